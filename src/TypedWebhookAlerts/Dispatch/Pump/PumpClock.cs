using TypedWebhookAlerts.Capture;

namespace TypedWebhookAlerts.Dispatch;

/// <summary>The pump's time, and when an alert was raised by it.</summary>
/// <param name="time">The clock.</param>
/// <param name="dormant">Reads the stamps of alerts that were raised before the pump began.</param>
internal sealed class PumpClock(TimeProvider time, DormantClock dormant)
{
    /// <summary>The monotonic time.</summary>
    public TimeSpan Now => time.GetElapsedTime(0);

    /// <summary>The time of day.</summary>
    public DateTimeOffset UtcNow => time.GetUtcNow();

    /// <summary>When an alert was raised that is dispatched now.</summary>
    /// <param name="stamp">Its stamp, or 0.</param>
    /// <param name="now">The monotonic time.</param>
    /// <param name="utcNow">The time of day.</param>
    public AlertMoment MomentOf(uint stamp, TimeSpan now, DateTimeOffset utcNow)
        => stamp == 0 ? AlertMoment.Of(now, utcNow) : AlertMoment.Of(now, utcNow, dormant.Read(stamp, utcNow));
}
