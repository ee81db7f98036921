namespace TypedWebhookAlerts.Testing.Transport;

/// <summary>
/// The time a request spends under way or without an answer, by the simulator's clock, and the count of those that do.
/// </summary>
internal sealed class RoundTripDelay : IDisposable
{
    private readonly Func<TimeSpan> _roundTrip;
    private readonly CancellationTokenSource _disposal = new();
    private readonly CancellationToken _abandoned;
    private int _sleeping;

    public RoundTripDelay(TimeProvider clock, Func<TimeSpan> roundTrip)
    {
        Clock = clock;
        _roundTrip = roundTrip;
        // The token, unlike its source, may be asked after the disposal.
        _abandoned = _disposal.Token;
    }

    public TimeProvider Clock { get; }

    /// <summary>Cancelled when the simulator is disposed.</summary>
    public CancellationToken Abandoned => _abandoned;

    public int Sleeping => Volatile.Read(ref _sleeping);

    /// <summary>From the sender to Discord.</summary>
    public Task ThereAsync(CancellationToken cancellationToken) => SleepAsync(_roundTrip() / 2, cancellationToken);

    /// <summary>From Discord to the sender.</summary>
    public Task BackAsync(CancellationToken cancellationToken)
    {
        var roundTrip = _roundTrip();
        return SleepAsync(roundTrip - (roundTrip / 2), cancellationToken);
    }

    /// <summary>Until the sender gives up.</summary>
    public Task ForEverAsync(CancellationToken cancellationToken)
        => Cancelled(cancellationToken) ?? SleepOnClockAsync(Timeout.InfiniteTimeSpan, cancellationToken);

    /// <summary>For some time.</summary>
    public Task SleepAsync(TimeSpan time, CancellationToken cancellationToken)
        => Cancelled(cancellationToken)
            ?? (time <= TimeSpan.Zero ? Task.CompletedTask : SleepOnClockAsync(time, cancellationToken));

    /// <summary>Cancels what is under way and all that follows.</summary>
    public void Abandon()
    {
        if (!_abandoned.IsCancellationRequested)
        {
            _disposal.Cancel();
        }
    }

    public void Dispose() => _disposal.Dispose();

    private Task? Cancelled(CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled(cancellationToken);
        }

        return _abandoned.IsCancellationRequested ? Task.FromCanceled(_abandoned) : null;
    }

    private async Task SleepOnClockAsync(TimeSpan time, CancellationToken cancellationToken)
    {
        // Continuations run inside the timer's callback: when an advance of virtual time returns, all that it set
        // free without another thread's help has happened.
        var awake = new TaskCompletionSource();
        var asleep = 1;

        // Counted down before anyone can see the task complete, and once, whoever comes first.
        bool WakeUp()
        {
            if (Interlocked.Exchange(ref asleep, 0) == 0)
            {
                return false;
            }

            Interlocked.Decrement(ref _sleeping);
            return true;
        }

        void Cancel(CancellationToken reason)
        {
            if (WakeUp())
            {
                awake.SetCanceled(reason);
            }
        }

        void Elapsed(object? state)
        {
            if (WakeUp())
            {
                awake.SetResult();
            }
        }

        // Counted only once the timer stands: a driver that counts it would else not see when it ends.
        var timer = Clock.CreateTimer(Elapsed, null, time, Timeout.InfiniteTimeSpan);
        Interlocked.Increment(ref _sleeping);
        await using (timer.ConfigureAwait(false))
        {
            await using var cancelled = cancellationToken
                .Register(() => Cancel(cancellationToken)).ConfigureAwait(false);
            await using var abandoned = _abandoned
                .Register(() => Cancel(_abandoned)).ConfigureAwait(false);
            await awake.Task.ConfigureAwait(false);
        }
    }
}
