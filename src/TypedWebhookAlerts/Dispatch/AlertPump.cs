using TypedWebhookAlerts.Capture;
using TypedWebhookAlerts.Delivery;

namespace TypedWebhookAlerts.Dispatch;

/// <summary>The thread that takes captured alerts out of the ring, in order, and sleeps when there are none.</summary>
internal sealed class AlertPump : IDisposable
{
    /// <summary>In a storm the ring is never empty: a run ends all the same, so that its lanes begin.</summary>
    private const int LongestRun = 1024;

    private static readonly TimeSpan s_budgetPeriod = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan s_pauseAfterDefect = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan s_freezePatience = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly Lock _drainsGate = new();
    private readonly Queue<(TaskCompletionSource Done, long Until)> _drains = new();
    private readonly List<(AlertState State, TimeSpan At)> _budgets = [];
    private readonly TaskCompletionSource _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly AlertRingBuffer? _formerRing;
    private readonly AlertRingBuffer _ring;
    private readonly OwedEnds _owed;
    private readonly AlertDispatcher _dispatcher;
    private readonly AlertStates _states;
    private readonly WakeUp _wakeUp;
    private readonly TimeProvider _time;
    private readonly DormantClock _dormant;
    private readonly ITimer _deadline;
    private readonly PumpProgress _progress;
    private SpinWait _closing;
    private Action? _reload;
    private long _nextDueAt = long.MaxValue;
    private volatile bool _isClosing;
    private volatile bool _isGivenUp;
    private volatile bool _isEnding;

    /// <param name="formerRing">A ring that was filled before the pump began and is closed: it is drained first.</param>
    /// <param name="ring">The ring.</param>
    /// <param name="owed">What waits beside the ring.</param>
    /// <param name="states">The pipeline's table of alerts.</param>
    /// <param name="dispatcher">What is done with each alert.</param>
    /// <param name="dormant">Reads the stamps of alerts that were raised before the pump began.</param>
    /// <param name="time">The clock.</param>
    public AlertPump(
        AlertRingBuffer? formerRing,
        AlertRingBuffer ring,
        OwedEnds owed,
        AlertStates states,
        AlertDispatcher dispatcher,
        DormantClock dormant,
        TimeProvider time)
    {
        _formerRing = formerRing;
        _ring = ring;
        _owed = owed;
        _states = states;
        _dispatcher = dispatcher;
        _dormant = dormant;
        _time = time;
        _progress = new PumpProgress(time);
        _wakeUp = ring.WakeUp;
        _deadline = time.CreateTimer(
            _ => _wakeUp.Signal(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Whether it has taken nothing for 5 seconds though something waits.</summary>
    public bool IsStuck
        => _progress.IsStuck(
            _ring.ReleasedUntil + (_formerRing?.ReleasedUntil ?? 0), !_ring.IsEmpty || _formerRing is { IsEmpty: false });

    /// <summary>Whether the pump sleeps and has nothing to wake for.</summary>
    public bool IsResting => _wakeUp.IsAsleep && !HasWork();

    public void Start()
    {
        var thread = new Thread(Run) { IsBackground = true, Name = "WebhookAlerts pump" };
        thread.UnsafeStart();
    }

    /// <summary>Waits until all that was raised before is in its lanes, whatever is raised meanwhile.</summary>
    /// <param name="isEnd">Whether the process probably ends then, which open incidents say.</param>
    public Task DrainAsync(bool isEnd = false)
    {
        _isEnding |= isEnd;
        var drain = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_drainsGate)
        {
            if (_isClosing)
            {
                return _stopped.Task;
            }

            _drains.Enqueue((drain, _ring.ClaimedUntil));
        }

        _wakeUp.Signal();
        return drain.Task;
    }

    /// <summary>Has the pump do something between two alerts; it takes the place of what waits for that already.</summary>
    public void Reload(Action reload)
    {
        Volatile.Write(ref _reload, reload);
        _wakeUp.Signal();
    }

    /// <summary>Lets the pump drain the ring, which is closed, to its end and end its thread.</summary>
    public void Stop()
    {
        lock (_drainsGate)
        {
            _isClosing = true;
        }

        _wakeUp.Signal();
    }

    /// <summary>Lets it end with what is committed: a call that claimed room and died on the way never commits.</summary>
    public void GiveUp() => _isGivenUp = true;

    /// <summary>Counts what is in the ring, and looks at something that must not change meanwhile.</summary>
    /// <remarks>A pump that hangs in a user's code (an exception's message) is not waited for: it changes nothing
    /// either.</remarks>
    public T Freeze<T>(Func<int, T> look)
    {
        var isHeld = _gate.TryEnter(s_freezePatience);
        try
        {
            return look(_ring.CountCommitted() + (_formerRing?.CountCommitted() ?? 0) + _owed.Count);
        }
        finally
        {
            if (isHeld)
            {
                _gate.Exit();
            }
        }
    }

    public void Dispose() => _deadline.Dispose();

    private void Run()
    {
        using var own = OwnFlow.Enter();
        while (GoesOn())
        {
        }

        End();
    }

    /// <summary>Takes a step. One that fails is a defect of ours or of a clock of the user's, and no end of the
    /// pump.</summary>
    private bool GoesOn()
    {
#pragma warning disable CA1031 // the next alerts must not suffer from it, and an exception here would end the process
        try
        {
            return Step();
        }
        catch (Exception exception)
        {
            _dispatcher.TellDefect(exception);

            // Nothing ends this wait but its time: what fails always must not keep a core busy.
            _stopped.Task.Wait(s_pauseAfterDefect);
            return !_isGivenUp;
        }
#pragma warning restore CA1031
    }

    /// <summary>Takes a run of alerts, and sleeps if there is none.</summary>
    /// <returns>Whether another step follows.</returns>
    private bool Step()
    {
        _progress.Move();
        TakeReload();
        var isEmpty = Drain();
        TellOwed();
        EndDrains();
        Tend();
        if (!isEmpty)
        {
            return true;
        }

        if (_isClosing && (IsDrained || _isGivenUp))
        {
            return false;
        }

        if (_isClosing)
        {
            // A call claimed room before the ring was closed, and is about to commit.
            _closing.SpinOnce();
        }
        else
        {
            SetDeadline();
            _progress.Rest();
            _wakeUp.Sleep(HasWork);
        }

        return true;
    }

    private void End()
    {
        try
        {
            // Whoever comes later is refused.
            _owed.Close();
            TellOwed();
            lock (_gate)
            {
                _dispatcher.Stop(_time.GetUtcNow());
            }
        }
#pragma warning disable CA1031 // as above
        catch (Exception exception)
#pragma warning restore CA1031
        {
            _dispatcher.TellDefect(exception);
        }

        EndDrains();
        _progress.Rest();
        _stopped.SetResult();
    }

    private bool IsDrained => IsFormerDrained && _ring.IsEmpty;

    /// <summary>Whether the ring's turn has come: what a caller raised before the start stands before what it raised
    /// after, even while another's record is not committed yet.</summary>
    private bool IsFormerDrained => _formerRing is null or { IsEmpty: true } || _isGivenUp;

    private bool HasWork()
        => _isClosing
            || Volatile.Read(ref _reload) is not null
            || (IsFormerDrained ? _ring.HasCommitted : _formerRing!.HasCommitted)
            || HasDrained()
            || _owed.HasDue(IsDue)
            || Volatile.Read(ref _nextDueAt) <= Now.Ticks;

    private void TakeReload()
    {
        if (Interlocked.Exchange(ref _reload, null) is { } reload)
        {
            lock (_gate)
            {
                reload();
            }
        }
    }

    private TimeSpan Now => _time.GetElapsedTime(0);

    /// <summary>Takes a run of alerts.</summary>
    /// <returns>Whether the ring was found empty.</returns>
    private bool Drain()
    {
        // One clock reading for a whole run: alerts of one burst were raised together.
        var now = Now;
        var utcNow = _time.GetUtcNow();
        var taken = 0;
        while (taken < LongestRun && TryDispatch(IsFormerDrained ? _ring : _formerRing!, now, utcNow))
        {
            taken++;
        }

        _dispatcher.EndRun();
        return taken < LongestRun;
    }

    private bool TryDispatch(AlertRingBuffer ring, TimeSpan now, DateTimeOffset utcNow)
    {
        if (!ring.TryRead(out var record))
        {
            return false;
        }

        lock (_gate)
        {
            HoldBudget(record.Descriptor, now);
            // Asked again: a call may have asked before the options were known.
            if (IsTaken(record))
            {
                _dispatcher.Dispatch(record, MomentOf(record.Stamp, now, utcNow));
            }
            else
            {
                record.Tracker?.Settle(AlertOutcome.Ignored);
            }

            ring.Release(record);
            _progress.Move();
        }

        return true;
    }

    private AlertMoment MomentOf(uint stamp, TimeSpan now, DateTimeOffset utcNow)
        => stamp == 0 ? AlertMoment.Of(now, utcNow) : AlertMoment.Of(now, utcNow, _dormant.Read(stamp, utcNow));

    private bool IsTaken(in AlertRecord record)
        => record.Tracker is IncidentMessage message ? IsTaken(message) : _states.Get(record.Descriptor).IsTaken;

    /// <summary>Whether an incident was taken, of which this tells: it is told to its end, whatever was reloaded.</summary>
    private static bool IsTaken(IncidentMessage message)
        => message.Incident.Delivered is not { IsCompletedSuccessfully: true, Result.Kind: AlertOutcomeKind.Ignored };

    /// <summary>Takes the ends of incidents that found no room.</summary>
    private void TellOwed()
    {
        var hasTold = false;
        while (TryTellOwed())
        {
            hasTold = true;
        }

        if (hasTold)
        {
            _dispatcher.EndRun();
        }
    }

    private bool TryTellOwed()
    {
        lock (_gate)
        {
            if (!_owed.TryTake(IsDue, out var end))
            {
                return false;
            }

            if (IsTaken(end.Message))
            {
                _dispatcher.Tell(end.Message, end.News, end.Text, MomentOf(end.Stamp, Now, _time.GetUtcNow()));
            }

            return true;
        }
    }

    private bool IsDue(OwedEnd end)
        => _isGivenUp || (IsFormerDrained && (end.Ring != _ring || end.After <= _ring.ReleasedUntil));

    private void EndDrains()
    {
        if (HasDrained())
        {
            lock (_gate)
            {
                if (_isEnding)
                {
                    _isEnding = false;
                    _dispatcher.Stop(_time.GetUtcNow());
                }
                else
                {
                    _dispatcher.ShowAll();
                }
            }
        }

        lock (_drainsGate)
        {
            while (IsFirstDrained())
            {
                _drains.Dequeue().Done.SetResult();
            }
        }
    }

    private bool HasDrained()
    {
        lock (_drainsGate)
        {
            return IsFirstDrained();
        }
    }

    private bool IsFirstDrained()
        => _drains.TryPeek(out var first)
            && ((IsFormerDrained && first.Until <= _ring.ReleasedUntil) || _isGivenUp);

    /// <summary>Remembers to give an alert its budget back: the call itself reads no clock.</summary>
    private void HoldBudget(AlertDescriptor alert, TimeSpan now)
    {
        if (alert.MaxPerMinute > 0 && !_budgets.Exists(budget => budget.State.Descriptor == alert))
        {
            _budgets.Add((_states.Get(alert), now + s_budgetPeriod));
        }
    }

    /// <summary>Does what is due by the clock, and looks when it is the next time.</summary>
    private void Tend()
    {
        var now = Now;
        if (_dispatcher.NextDue <= now)
        {
            lock (_gate)
            {
                _dispatcher.ShowDue(now);
            }
        }

        RefillBudgets(now);
        var next = _budgets.Count == 0 ? TimeSpan.MaxValue : _budgets.Min(budget => budget.At);
        Volatile.Write(ref _nextDueAt, Math.Min(next.Ticks, _dispatcher.NextDue.Ticks));
    }

    private void RefillBudgets(TimeSpan now)
    {
        foreach (var (state, at) in _budgets)
        {
            if (at <= now)
            {
                state.RefillBudget();
            }
        }

        _budgets.RemoveAll(budget => budget.At <= now);
    }

    private void SetDeadline()
    {
        var next = Volatile.Read(ref _nextDueAt);
        var wait = TimeSpan.FromTicks(Math.Max(0, next - Now.Ticks));
        _deadline.Change(next == long.MaxValue ? Timeout.InfiniteTimeSpan : wait, Timeout.InfiniteTimeSpan);
    }
}
