using TypedWebhookAlerts.Rendering;

namespace TypedWebhookAlerts.Delivery;

/// <summary>
/// One accepted alert and the repeats folded into it, and the news if it is an incident, until each of them is accounted
/// for. It is delivered when one of its copies is; it is dropped when the last of them is.
/// </summary>
/// <param name="ledger">Where they are counted.</param>
/// <param name="origin">Which alert it is.</param>
/// <param name="own">Who is told of the alert itself, if anybody is.</param>
/// <param name="followers">The room for those who follow repeats, which a pipeline's alerts share.</param>
/// <param name="isIncident">Whether it goes on until it is resolved.</param>
internal sealed class AlertAccount(
    OutcomeCounters ledger,
    AlertOrigin origin,
    AlertTracker? own = null,
    FollowerRoom? followers = null,
    bool isIncident = false)
{
    private readonly FollowerRoom _followers = followers ?? new FollowerRoom();
    private readonly List<AlertCopy> _copies = new(capacity: 2);
    private FollowedRepeats? _followed;
    private DropReason _closedFor;
    private bool _isSettled;
    private bool _isInFile;
    private long _kept;
    private List<string>? _fileIds;
    private long _repeats;
    private long _settledRepeats;

    /// <summary>Guards the alert and its copies: pump and lanes meet here.</summary>
    public Lock Gate { get; } = new();

    public AlertOrigin Origin => origin;

    /// <summary>The ids of its lines in the fallback file, which were written before it was settled.</summary>
    public List<string> FileIds => _fileIds ??= [];

    /// <summary>Whether such lines stand for all of it that is not accounted for.</summary>
    public bool IsKept
    {
        get
        {
            lock (Gate)
            {
                return _kept > 0 && NotKept == 0;
            }
        }
    }

    /// <summary>Whether it, or a repeat, was dropped.</summary>
    public bool IsLost { get; private set; }

    public bool IsIncident { get; } = isIncident;

    /// <summary>Whether it is an incident that is not resolved. Read under the gate.</summary>
    public bool IsOngoing { get; private set; } = isIncident;

    /// <summary>Whether an equal alert may be folded in. An incident that is over takes none: what begins anew must not
    /// hide in the counter of what has ended. Read under the gate.</summary>
    public bool TakesRepeats => !IsIncident || IsOngoing;

    /// <summary>How many of the alert, its repeats and its news are not accounted for.</summary>
    public long Pending
    {
        get
        {
            lock (Gate)
            {
                return (_isSettled ? 0 : 1) + _repeats - _settledRepeats;
            }
        }
    }

    /// <summary>Its ways that are not at their end; an alert that moves gets others.</summary>
    public IReadOnlyList<AlertCopy> OpenCopies()
    {
        lock (Gate)
        {
            return _copies.FindAll(copy => copy.IsOpen);
        }
    }

    /// <summary>Adds a copy. All copies are added before the first is queued.</summary>
    public void Add(AlertCopy copy)
    {
        _copies.Add(copy);
        copy.Route.Accept(origin.Level);
    }

    /// <summary>Folds an equal alert in. One that is followed where there is no room for that is dropped, and told with
    /// the calls that were refused.</summary>
    /// <param name="at">When it was raised.</param>
    /// <param name="refused">Calls refused before it, to be told.</param>
    /// <param name="tracker">Who is told what becomes of it, if anybody is.</param>
    /// <returns>False when no copy could show it: its message is gone, or takes no repeats.</returns>
    public bool TryFold(DateTimeOffset at, long refused, AlertTracker? tracker = null)
    {
        List<AlertCopy>? returning;
        lock (Gate)
        {
            if (!TakesRepeats || !_copies.Exists(copy => copy.TakesMore))
            {
                return false;
            }

            if (tracker is not null && !_followers.TryTake())
            {
                TurnAway(tracker, at, refused);
                return true;
            }

            foreach (var copy in _copies)
            {
                if (copy.TakesMore)
                {
                    copy.Fold(at, refused);
                }
            }

            _repeats++;
            if (tracker is not null)
            {
                (_followed ??= new(_followers)).Add(_repeats, tracker);
            }

            returning = TakeReturning();
        }

        Requeue(returning);
        return true;
    }

    /// <summary>Takes a piece of an incident's news. <see cref="Revise"/> shows it.</summary>
    /// <param name="at">When it was told.</param>
    /// <param name="refused">Calls refused before it, to be told.</param>
    /// <returns>Null, or why no message can show it.</returns>
    public DropReason? Hear(DateTimeOffset at, long refused)
    {
        lock (Gate)
        {
            if (!_copies.Exists(copy => copy.TakesMore))
            {
                return _closedFor;
            }

            foreach (var copy in _copies)
            {
                if (copy.TakesMore)
                {
                    copy.Hear(at, refused);
                }
            }

            _repeats++;
            return null;
        }
    }

    /// <summary>Shows an incident as it stands now.</summary>
    /// <param name="alert">Its new bytes.</param>
    /// <param name="isOver">Whether it is resolved: nothing follows.</param>
    public void Revise(RenderedAlert alert, bool isOver)
    {
        List<AlertCopy>? returning;
        lock (Gate)
        {
            IsOngoing &= !isOver;
            foreach (var copy in _copies)
            {
                if (copy.TakesMore)
                {
                    copy.Revise(alert);
                }
            }

            returning = TakeReturning();
        }

        Requeue(returning);
    }

    /// <summary>Discord has a message that shows this of copies, one of each.</summary>
    public static void Confirm(IReadOnlyList<AlertCopy> copies, ReadOnlySpan<ShownAlert> shown)
    {
        for (var i = 0; i < shown.Length; i++)
        {
            copies[i].Account.Confirm(copies[i], shown[i]);
        }
    }

    /// <summary>Discord has a message that shows this of a copy.</summary>
    public void Confirm(AlertCopy copy, in ShownAlert shown)
    {
        lock (Gate)
        {
            if (!copy.IsOpen)
            {
                // It was given up while its lane hung: it is counted as dropped.
                return;
            }

            copy.Confirm(shown);
            if (!_isSettled)
            {
                _isSettled = true;
                ledger.Deliver(origin.Level);
                own?.Settle(AlertOutcome.Delivered);
            }

            if (copy.ShownRepeats > _settledRepeats)
            {
                ledger.Coalesce(origin.Level, copy.ShownRepeats - _settledRepeats);
                _settledRepeats = copy.ShownRepeats;
                _followed?.Settle(_settledRepeats, AlertOutcome.Coalesced);
            }
        }
    }

    /// <summary>What the fallback file has no line for yet.</summary>
    /// <returns>How many of it and its repeats that are not accounted for, and how many there are in all.</returns>
    public (long Count, long Until) CountNotKept()
    {
        lock (Gate)
        {
            return (NotKept, 1 + _repeats);
        }
    }

    /// <summary>The fallback file has a line for what there was until some repeat.</summary>
    public void Keep(string id, long until)
    {
        lock (Gate)
        {
            FileIds.Add(id);
            _kept = until;
        }
    }

    /// <summary>Whether one of its copies is, or was, for a webhook.</summary>
    public bool IsFor(DeliveryLane lane)
    {
        lock (Gate)
        {
            return _copies.Exists(copy => copy.Lane == lane);
        }
    }

    /// <summary>Gives the alert to one more route, which its channel has not been given to before.</summary>
    /// <param name="copy">The copy that cannot be shown; it is closed after this.</param>
    /// <param name="route">The other route.</param>
    /// <returns>The copy for it; null if that channel has, or had, one.</returns>
    public AlertCopy? TryMove(AlertCopy copy, LaneRoute route)
    {
        lock (Gate)
        {
            if (!copy.IsOpen || IsFor(route.Lane))
            {
                return null;
            }

            var moved = copy.MoveTo(route);
            _copies.Add(moved);
            return moved;
        }
    }

    /// <summary>Has a copy go to another webhook, as its own route leads there by now.</summary>
    /// <returns>False when it is at its end: it was already, or another copy tells that channel the same.</returns>
    public bool TryTurn(AlertCopy copy, LaneRoute route)
    {
        lock (Gate)
        {
            if (copy.IsOpen && _copies.Exists(other => other != copy && other.Lane == route.Lane && other.IsToldThere))
            {
                Close(copy, DropReason.NoRoute);
            }

            if (copy.IsOpen)
            {
                copy.TurnTo(route);
            }

            return copy.IsOpen;
        }
    }

    /// <summary>Lets a copy go: it takes no more repeats, and what no message shows by now is dropped.</summary>
    /// <returns>What its channel does not show of it.</returns>
    public CopyLoss Close(AlertCopy copy, DropReason reason)
    {
        lock (Gate)
        {
            if (!copy.IsOpen)
            {
                return default;
            }

            reason = _kept > 0 && NotKept == 0 ? DropReason.Fallback : reason;
            var loss = copy.Close(reason);
            _closedFor = reason;
            _isInFile |= reason == DropReason.Fallback;
            if (!_copies.Exists(other => other.IsOpen))
            {
                Settle(_isInFile ? DropReason.Fallback : reason);
            }

            return loss;
        }
    }

    private long NotKept => 1 + _repeats - Math.Max(_kept, (_isSettled ? 1 : 0) + _settledRepeats);

    private void Settle(DropReason reason)
    {
        var lost = (_isSettled ? 0 : 1) + _repeats - _settledRepeats;
        IsLost |= lost > 0;
        ledger.Drop(reason, origin.Level, lost);
        _isSettled = true;
        _settledRepeats = _repeats;
        own?.Settle(AlertOutcome.Dropped(reason));
        _followed?.Settle(_settledRepeats, AlertOutcome.Dropped(reason));

        // Equal alerts are looked for here until the window ends: what was sent is not kept for so long.
        _copies.Clear();
    }

    /// <summary>Drops a repeat that cannot be followed.</summary>
    private void TurnAway(AlertTracker tracker, DateTimeOffset at, long refused)
    {
        foreach (var copy in _copies)
        {
            if (copy.TakesMore)
            {
                copy.Miss(at, refused + 1);
            }
        }

        ledger.Drop(DropReason.QueueFull, origin.Level, 1);
        tracker.Settle(AlertOutcome.Dropped(DropReason.QueueFull));
    }

    private List<AlertCopy>? TakeReturning() => IsIncident ? _copies.FindAll(copy => copy.TakeReturn()) : null;

    // Without the gate: a lane holds its own while it asks for ours.
    private static void Requeue(List<AlertCopy>? returning) => returning?.ForEach(copy => copy.Requeue?.Invoke(copy));
}
