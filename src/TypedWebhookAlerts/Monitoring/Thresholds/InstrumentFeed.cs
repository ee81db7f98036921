namespace TypedWebhookAlerts.Monitoring;

/// <summary>Where the measurements of one instrument go.</summary>
internal sealed class InstrumentFeed(ThresholdWatch[] watches)
{
    private ThresholdWatch[] _watches = watches;

    public void Replace(ThresholdWatch[] watches) => Volatile.Write(ref _watches, watches);

    /// <summary>Takes a measurement on the thread that records it, and never throws there.</summary>
    public void Record(double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (!double.IsFinite(value))
        {
            return;
        }

        foreach (var watch in Volatile.Read(ref _watches))
        {
            Record(watch, value, tags);
        }
    }

    private static void Record(ThresholdWatch watch, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        try
        {
            watch.Record(value, tags);
        }
        catch (Exception)
        {
            // The tags' Equals and GetHashCode are the user's, and so is the call that is measured.
        }
    }
}
