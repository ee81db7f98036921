using System.Diagnostics.Metrics;

namespace TypedWebhookAlerts.Delivery;

/// <summary>Measures how long one lane's messages wait for its windows, which is more than the rhythm of sending asks
/// for.</summary>
internal sealed class WindowWaits
{
    private static readonly Histogram<double> s_waits = AlertTelemetry.Meter.CreateHistogram(
        "webhook_alerts.window.wait",
        "s",
        "How long a message that was due waited for its rate limits.",
        tags: null,
        new InstrumentAdvice<double>
        {
            HistogramBucketBoundaries = [0, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 3600],
        });

    private TimeSpan? _since;

    /// <summary>A message found no slot.</summary>
    public void Begin(TimeSpan now) => _since ??= now;

    /// <summary>A message has its slot.</summary>
    /// <param name="due">When it was due: what an earlier one waited does not count.</param>
    /// <param name="now">The lane clock's time.</param>
    /// <returns>How long it waited.</returns>
    public TimeSpan End(TimeSpan due, TimeSpan now)
    {
        var since = _since ?? now;
        _since = null;
        return now - (since > due ? since : due);
    }

    /// <summary>Tells whoever listens, whose code it is that runs here: not under a lock.</summary>
    public static void Record(in RequestSubject subject, TimeSpan wait)
    {
        if (!s_waits.Enabled)
        {
            return;
        }

        try
        {
            s_waits.Record(
                wait > TimeSpan.Zero ? wait.TotalSeconds : 0,
                new KeyValuePair<string, object?>(TelemetryTags.Route, subject.Route));
        }
        catch (Exception)
        {
            // A listener of the user's may throw anything: the message goes on.
        }
    }
}
