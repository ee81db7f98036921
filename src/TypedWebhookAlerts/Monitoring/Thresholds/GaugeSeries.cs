namespace TypedWebhookAlerts.Monitoring;

/// <summary>A value that holds until it is replaced.</summary>
internal sealed class GaugeSeries : MetricSeries
{
    private double _last = double.NaN;
    private bool _isNew;

    public override void Record(double value)
    {
        Volatile.Write(ref _last, value);

        // Many threads may set it between two looks: only the first has to write.
        if (!Volatile.Read(ref _isNew))
        {
            Volatile.Write(ref _isNew, true);
        }
    }

    public override MetricReading Take(double seconds)
    {
        var isNew = Interlocked.Exchange(ref _isNew, false);
        var last = Volatile.Read(ref _last);
        return new MetricReading(double.IsNaN(last) ? null : last, isNew);
    }
}
