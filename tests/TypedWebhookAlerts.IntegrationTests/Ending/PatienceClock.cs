using TypedWebhookAlerts.Testing;

namespace TypedWebhookAlerts.IntegrationTests.Ending;

/// <summary>A virtual clock that knows when a disposal has begun to wait: pushed on before, it would reach timeouts
/// that are not meant.</summary>
internal sealed class PatienceClock(VirtualTime time) : TimeProvider
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly TaskCompletionSource _waits = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Waits => _waits.Task;

    public override long TimestampFrequency => time.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => time.GetUtcNow();

    public override long GetTimestamp() => time.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = time.CreateTimer(callback, state, dueTime, period);
        if (dueTime == Patience)
        {
            _waits.TrySetResult();
        }

        return timer;
    }
}
