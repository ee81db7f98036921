namespace TypedWebhookAlerts.Dispatch;

/// <summary>When an alert was raised, and when it is dispatched.</summary>
/// <param name="Now">The pump's monotonic time.</param>
/// <param name="Raised">When it was raised, by the same clock: before a pipeline started that was dormant then.</param>
/// <param name="At">The time of day when it was raised, which is shown.</param>
internal readonly record struct AlertMoment(TimeSpan Now, TimeSpan Raised, DateTimeOffset At)
{
    /// <summary>The moment of an alert that is dispatched at once.</summary>
    public static AlertMoment Of(TimeSpan now, DateTimeOffset utcNow) => new(now, now, utcNow);

    /// <summary>The moment of one that waited. No change of the wall clock meanwhile makes it older or younger: both
    /// its times of day are read of one clock now.</summary>
    public static AlertMoment Of(TimeSpan now, DateTimeOffset utcNow, DateTimeOffset raisedAt)
        => new(now, now - (utcNow - raisedAt), raisedAt);
}
