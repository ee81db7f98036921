namespace TypedWebhookAlerts.Testing;

/// <summary>
/// A clock that stands still until it is advanced. Unlike the usual fake clock it says when its next timer is due,
/// which whoever drives a whole pipeline in virtual time must know: an hour of waiting then takes as many steps as it
/// has events.
/// </summary>
/// <remarks>
/// Timers fire in the order of their due times, and of their setting where these are equal, on the thread that
/// advances, outside the clock's lock. A callback may set timers, dispose them and advance the clock itself; what it
/// sets within the reach of the running advance fires in it. A timer that is due at once fires at the next advance, be
/// it by zero.
/// </remarks>
public sealed class VirtualTime : TimeProvider
{
    private static readonly Comparer<VirtualTimer> s_byDue = Comparer<VirtualTimer>.Create((a, b) =>
        a.Due!.Value != b.Due!.Value ? a.Due.Value.CompareTo(b.Due.Value) : a.Sequence.CompareTo(b.Sequence));

    private readonly Lock _lock = new();
    private readonly SortedSet<VirtualTimer> _due = new(s_byDue);
    private readonly DateTimeOffset _start;
    private TimeSpan _now;
    private long _sequence;

    /// <summary>Makes a clock that stands.</summary>
    /// <param name="start">What the clock shows at first; null for the first second of 2026.</param>
    public VirtualTime(DateTimeOffset? start = null)
        => _start = start ?? new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>When the next timer is due; null if none is set.</summary>
    public DateTimeOffset? NextDue
    {
        get
        {
            lock (_lock)
            {
                return _due.Min is { Due: { } due } ? _start + due : null;
            }
        }
    }

    /// <summary>UTC.</summary>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <summary>A timestamp is a tick, 100 ns.</summary>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    private TimeSpan Now
    {
        get
        {
            lock (_lock)
            {
                return _now;
            }
        }
    }

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => _start + Now;

    /// <inheritdoc/>
    public override long GetTimestamp() => Now.Ticks;

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var timer = new VirtualTimer(this, callback, state);
        Change(timer, dueTime, period);
        return timer;
    }

    /// <summary>Moves the clock, firing what is due on the way at the time it is due.</summary>
    /// <param name="time">How far; zero fires what is due already.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public void Advance(TimeSpan time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero);
        AdvanceTo(Now + time);
    }

    /// <summary>Moves the clock to its next timer and fires what is due then.</summary>
    /// <param name="limit">How far it may move.</param>
    /// <returns>Whether a timer is due that soon; if not, the clock has not moved.</returns>
    public bool AdvanceToNext(TimeSpan limit)
    {
        TimeSpan target;
        lock (_lock)
        {
            if (_due.Min is not { Due: { } due } || due - _now > limit)
            {
                return false;
            }

            target = due;
        }

        AdvanceTo(target);
        return true;
    }

    internal bool Change(VirtualTimer timer, TimeSpan dueTime, TimeSpan period)
    {
        ThrowIfNotATime(dueTime);
        ThrowIfNotATime(period);
        lock (_lock)
        {
            if (timer.IsDisposed)
            {
                return false;
            }

            Unset(timer);
            timer.Period = period > TimeSpan.Zero ? period : null;
            if (dueTime != Timeout.InfiniteTimeSpan)
            {
                Set(timer, _now + dueTime);
            }

            return true;
        }
    }

    internal void Remove(VirtualTimer timer)
    {
        lock (_lock)
        {
            Unset(timer);
            timer.IsDisposed = true;
        }
    }

    private static void ThrowIfNotATime(TimeSpan time)
    {
        if (time != Timeout.InfiniteTimeSpan)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero);
        }
    }

    private void AdvanceTo(TimeSpan target)
    {
        while (TakeDue(target) is { } timer)
        {
            timer.Fire();
        }
    }

    /// <summary>Moves to the next timer that is due by the target, or to the target if there is none.</summary>
    private VirtualTimer? TakeDue(TimeSpan target)
    {
        lock (_lock)
        {
            var timer = _due.Min is { Due: { } due } next && due <= target ? next : null;
            // A callback, or another thread, may have gone further already; the clock never goes back.
            _now = Max(_now, timer?.Due ?? target);
            if (timer is not null)
            {
                Unset(timer);
                if (timer.Period is { } period)
                {
                    Set(timer, _now + period);
                }
            }

            return timer;
        }
    }

    private void Set(VirtualTimer timer, TimeSpan due)
    {
        timer.Due = due;
        timer.Sequence = _sequence++;
        _due.Add(timer);
    }

    private void Unset(VirtualTimer timer)
    {
        if (timer.Due is not null)
        {
            _due.Remove(timer);
            timer.Due = null;
        }
    }

    private static TimeSpan Max(TimeSpan a, TimeSpan b) => a > b ? a : b;
}
