using TypedWebhookAlerts.Capture;
using TypedWebhookAlerts.Delivery;

namespace TypedWebhookAlerts.Dispatch;

/// <summary>The thread that takes captured alerts out of the ring, in order, and sleeps when there are none.</summary>
internal sealed class AlertPump : IDisposable
{
    private static readonly TimeSpan s_pauseAfterDefect = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan s_freezePatience = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly PumpRings _rings;
    private readonly PumpDrains _drains;
    private readonly PumpSchedule _schedule;
    private readonly AlertIntake _intake;
    private readonly AlertDispatcher _dispatcher;
    private readonly PumpClock _clock;
    private readonly PumpProgress _progress;
    private readonly WakeUp _wakeUp;
    private SpinWait _closing;
    private Action? _reload;
    private volatile bool _isEnding;

    /// <param name="formerRing">A ring that was filled before the pump began and is closed: it is drained
    /// first.</param>
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
        _rings = new PumpRings(formerRing, ring);
        _wakeUp = ring.WakeUp;
        _dispatcher = dispatcher;
        _drains = new PumpDrains(_rings);
        _clock = new PumpClock(time, dormant);
        _progress = new PumpProgress(time);
        _schedule = new PumpSchedule(dispatcher, states, _clock, _gate, _wakeUp, time);
        _intake = new AlertIntake(_rings, owed, states, dispatcher, _schedule, _progress, _clock, _gate);
    }

    /// <summary>Whether it has taken nothing for 5 seconds though something waits.</summary>
    public bool IsStuck => _progress.IsStuck(_rings.Released, !_rings.IsEmpty);

    /// <summary>Whether the pump sleeps and has nothing to wake for, or has ended.</summary>
    public bool IsResting => _drains.Stopped.IsCompleted || (_wakeUp.IsAsleep && !HasWork());

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
        var drained = _drains.Add();
        _wakeUp.Signal();
        return drained;
    }

    /// <summary>Has the pump do something between two alerts; it takes the place of what waits for that
    /// already.</summary>
    public void Reload(Action reload)
    {
        Volatile.Write(ref _reload, reload);
        _wakeUp.Signal();
    }

    /// <summary>Lets the pump drain the ring, which is closed, to its end and end its thread.</summary>
    public void Stop()
    {
        _drains.Close();
        _wakeUp.Signal();
    }

    /// <summary>Lets it end with what is committed: a call that claimed room and died on the way never
    /// commits.</summary>
    public void GiveUp() => _rings.GiveUp();

    /// <summary>Counts what is in the ring, and looks at something that must not change meanwhile.</summary>
    /// <remarks>A pump that hangs in a user's code (an exception's message) is not waited for: it changes nothing
    /// either.</remarks>
    public T Freeze<T>(Func<int, T> look)
    {
        var isHeld = _gate.TryEnter(s_freezePatience);
        try
        {
            return look(_intake.CountWaiting());
        }
        finally
        {
            if (isHeld)
            {
                _gate.Exit();
            }
        }
    }

    public void Dispose() => _schedule.Dispose();

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
        // The next alerts must not suffer from it, and an exception here would end the process.
        try
        {
            return Step();
        }
        catch (Exception exception)
        {
            _dispatcher.TellDefect(exception);

            // Nothing ends this wait but its time: what fails always must not keep a core busy.
            _drains.Stopped.Wait(s_pauseAfterDefect);
            return !_rings.IsGivenUp;
        }
    }

    /// <summary>Takes a run of alerts, and sleeps if there is none.</summary>
    /// <returns>Whether another step follows.</returns>
    private bool Step()
    {
        _progress.Move();
        TakeReload();

        // Before the run: one that was given up meanwhile has a last run, in which what stood behind is taken.
        var isGivenUp = _rings.IsGivenUp;
        var isEmpty = _intake.TakeRun();
        _intake.TakeOwed();
        EndDrains();
        _schedule.Tend();
        if (!isEmpty)
        {
            return true;
        }

        if (_drains.IsClosing && (_rings.IsDrained || isGivenUp))
        {
            return false;
        }

        if (_drains.IsClosing)
        {
            // A call claimed room before the ring was closed, and is about to commit.
            _closing.SpinOnce();
        }
        else
        {
            _schedule.SetDeadline();
            _progress.Rest();
            _wakeUp.Sleep(HasWork);
        }

        return true;
    }

    private void End()
    {
        try
        {
            _intake.Close();
            lock (_gate)
            {
                _dispatcher.Stop(_clock.UtcNow);
            }
        }
        catch (Exception exception)
        {
            // The end goes on without what is told of incidents.
            _dispatcher.TellDefect(exception);
        }

        EndDrains();
        _progress.Rest();
        _drains.Stop();
    }

    private bool HasWork()
        => _drains.IsClosing
            || Volatile.Read(ref _reload) is not null
            || _rings.HasCommitted
            || _drains.IsFirstDue
            || _intake.HasOwed
            || _schedule.IsDue;

    private void TakeReload()
    {
        // One that comes with the end would start lanes that nobody stops.
        if (Interlocked.Exchange(ref _reload, null) is { } reload && !_drains.IsClosing)
        {
            lock (_gate)
            {
                reload();
            }
        }
    }

    private void EndDrains()
    {
        if (_drains.IsFirstDue)
        {
            lock (_gate)
            {
                if (_isEnding)
                {
                    _isEnding = false;
                    _dispatcher.Stop(_clock.UtcNow);
                }
                else
                {
                    _dispatcher.ShowAll();
                }
            }
        }

        _drains.End();
    }
}
