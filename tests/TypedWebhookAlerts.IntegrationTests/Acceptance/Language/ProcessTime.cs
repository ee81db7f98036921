using TypedWebhookAlerts.Testing;

namespace TypedWebhookAlerts.IntegrationTests.Acceptance.Language;

/// <summary>The clock of one process: once that is killed, no timer of its fires.</summary>
internal sealed class ProcessTime(VirtualTime time) : TimeProvider
{
    private volatile bool _hasStopped;

    public override TimeZoneInfo LocalTimeZone => time.LocalTimeZone;

    public override long TimestampFrequency => time.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => time.GetUtcNow();

    public override long GetTimestamp() => time.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        => time.CreateTimer(
            inner =>
            {
                if (!_hasStopped)
                {
                    callback(inner);
                }
            },
            state,
            dueTime,
            period);

    public void Stop() => _hasStopped = true;

    /// <summary>Lets it go on, so that what still holds threads can be disposed.</summary>
    public void Resume() => _hasStopped = false;
}
