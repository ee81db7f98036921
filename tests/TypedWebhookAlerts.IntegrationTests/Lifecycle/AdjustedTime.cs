namespace TypedWebhookAlerts.IntegrationTests.Lifecycle;

/// <summary>A clock whose time of day is adjusted while it runs, as a server's is.</summary>
internal sealed class AdjustedTime(TimeProvider time) : TimeProvider
{
    private TimeSpan _adjustment;

    public override long TimestampFrequency => time.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => time.GetUtcNow() + _adjustment;

    public override long GetTimestamp() => time.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        => time.CreateTimer(callback, state, dueTime, period);

    public void Adjust(TimeSpan by) => _adjustment += by;
}
