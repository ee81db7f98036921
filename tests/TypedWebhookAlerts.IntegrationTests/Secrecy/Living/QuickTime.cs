namespace TypedWebhookAlerts.IntegrationTests.Secrecy.Living;

/// <summary>The system's clock, a hundred times as fast: sockets are real here, so time cannot stand, but nobody wants
/// to
/// wait for minutes either.</summary>
internal sealed class QuickTime : TimeProvider
{
    private const int Factor = 100;

    private readonly long _start = System.GetTimestamp();
    private readonly DateTimeOffset _startedAt = System.GetUtcNow();

    public override long TimestampFrequency => System.TimestampFrequency;

    public override long GetTimestamp() => (System.GetTimestamp() - _start) * Factor;

    public override DateTimeOffset GetUtcNow() => _startedAt + GetElapsedTime(0);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        => new Timer(System.CreateTimer(callback, state, Real(dueTime), Real(period)));

    /// <summary>In whole milliseconds, as the system counts, and not too soon.</summary>
    private static TimeSpan Real(TimeSpan time)
        => time <= TimeSpan.Zero ? time : TimeSpan.FromMilliseconds(Math.Ceiling(time.TotalMilliseconds / Factor));

    private sealed class Timer(ITimer real) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => real.Change(Real(dueTime), Real(period));

        public void Dispose() => real.Dispose();

        public ValueTask DisposeAsync() => real.DisposeAsync();
    }
}
