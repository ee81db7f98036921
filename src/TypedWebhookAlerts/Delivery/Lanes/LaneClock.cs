namespace TypedWebhookAlerts.Delivery;

/// <summary>
/// The one place where a lane waits: for a signal, for a time, or between two retries (as the clock it gives to
/// Polly). So it always knows whether its lane rests, and who drives virtual time knows when to move it.
/// </summary>
internal sealed class LaneClock : TimeProvider, IDisposable
{
    /// <summary>A timer takes no wait beyond 49 days, and none of a lane's is as long as this one.</summary>
    private static readonly TimeSpan s_longestWait = TimeSpan.FromDays(1);

    private readonly Lock _gate = new();
    private readonly TimeProvider _time;
    private readonly ITimer _timer;
    private TaskCompletionSource? _waiter;
    private bool _isSignalled;
    private Pause? _pause;
    private bool _arePausesOver;
    private volatile bool _isResting;

    public LaneClock(TimeProvider time)
    {
        _time = time;
        _timer = time.CreateTimer(_ => Wake(isSignal: false), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Whether the lane waits and nothing has woken it yet.</summary>
    public bool IsResting => _isResting;

    public override long TimestampFrequency => _time.TimestampFrequency;

    public override TimeZoneInfo LocalTimeZone => _time.LocalTimeZone;

    /// <summary>The time since the clock's beginning, which no adjustment of the wall clock moves.</summary>
    public TimeSpan Now => _time.GetElapsedTime(0);

    public override long GetTimestamp() => _time.GetTimestamp();

    /// <summary>A time of day for Polly alone: no adjustment of the wall clock opens or closes a breaker.</summary>
    public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch + Now;

    /// <summary>Ends the wait, or the next one if the lane does not wait now.</summary>
    public void Signal() => Wake(isSignal: true);

    /// <summary>Waits until signalled or until some time has passed. It may end early: the caller looks
    /// again.</summary>
    /// <param name="delay">The longest wait; null waits for a signal only.</param>
    public Task WaitAsync(TimeSpan? delay)
    {
        lock (_gate)
        {
            if (_isSignalled)
            {
                _isSignalled = false;
                return Task.CompletedTask;
            }

            // Asynchronously: the pump signals, and must not run the lane on its own thread.
            _waiter = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _timer.Change(Bounded(delay), Timeout.InfiniteTimeSpan);
            _isResting = true;
            return _waiter.Task;
        }
    }

    /// <summary>Lets there be pauses between retries again.</summary>
    public void AllowPauses()
    {
        lock (_gate)
        {
            _arePausesOver = false;
        }
    }

    /// <summary>Ends a pause between retries, and lets there be none until they are allowed again.</summary>
    public void EndPause()
    {
        Pause? pause;
        lock (_gate)
        {
            _arePausesOver = true;
            pause = _pause;
            if (pause is null)
            {
                return;
            }

            _pause = null;
            _isResting = false;
        }

        pause.EndElsewhere();
    }

    /// <summary>Makes the timer of a pause between retries: the lane rests until it fires.</summary>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var pause = new Pause(callback, state);
        var timer = _time.CreateTimer(_ => Resume(pause), null, dueTime, period);
        lock (_gate)
        {
            // Not before the timer exists: a lane that rests without one would be taken for idle.
            if (!_arePausesOver)
            {
                _isResting = !pause.HasEnded;
                _pause = pause.HasEnded ? null : pause;
                return timer;
            }
        }

        pause.EndElsewhere();
        return timer;
    }

    public void Dispose() => _timer.Dispose();

    private static TimeSpan Bounded(TimeSpan? delay)
        => delay is not { } some ? Timeout.InfiniteTimeSpan : some < s_longestWait ? some : s_longestWait;

    private void Resume(Pause pause)
    {
        lock (_gate)
        {
            pause.HasEnded = true;
            _pause = null;
            _isResting = false;
        }

        pause.End();
    }

    private void Wake(bool isSignal)
    {
        TaskCompletionSource? waiter;
        lock (_gate)
        {
            waiter = _waiter;
            _waiter = null;
            _isSignalled |= isSignal && waiter is null;
            if (waiter is null)
            {
                return;
            }

            _isResting = false;
        }

        waiter.SetResult();
    }

    /// <summary>A wait of Polly's. Ending it twice does nothing the second time.</summary>
    private sealed class Pause(TimerCallback callback, object? state)
    {
        public bool HasEnded { get; set; }

        public void End() => callback(state);

        /// <summary>Ends it on another thread: what waits goes on where it is ended, and the pump is no lane.</summary>
        public void EndElsewhere()
            => ThreadPool.UnsafeQueueUserWorkItem(static pause => pause.End(), this, preferLocal: false);
    }
}
