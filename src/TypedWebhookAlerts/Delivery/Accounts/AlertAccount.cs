using TypedWebhookAlerts.Rendering;

namespace TypedWebhookAlerts.Delivery;

/// <summary>
/// One accepted alert and the repeats folded into it, and the news if it is an incident, until each of them is
/// accounted for. It is delivered when one of its copies is; it is dropped when the last of them is.
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
    private readonly AccountTally _tally = new(ledger, origin.Level, own, followers ?? new FollowerRoom());
    private readonly AccountCopies _copies = new();
    private DropReason _closedFor;
    private bool _isInFile;

    /// <summary>Guards the alert and its copies: pump and lanes meet here.</summary>
    public Lock Gate { get; } = new();

    public AlertOrigin Origin => origin;

    /// <summary>The ids of its lines in the fallback file, which were written before it was settled.</summary>
    public List<string> FileIds => _tally.FileIds;

    /// <summary>Whether such lines stand for all of it that is not accounted for.</summary>
    public bool IsKept
    {
        get
        {
            lock (Gate)
            {
                return _tally.IsKept;
            }
        }
    }

    /// <summary>Whether it, or a repeat, was dropped.</summary>
    public bool IsLost => _tally.IsLost;

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
                return _tally.Pending;
            }
        }
    }

    /// <summary>Its ways that are not at their end; an alert that moves gets others.</summary>
    public IReadOnlyList<AlertCopy> OpenCopies()
    {
        lock (Gate)
        {
            return _copies.Open();
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
            if (!TakesRepeats || !_copies.TakeMore)
            {
                return false;
            }

            if (!_tally.TryTakeRoom(tracker))
            {
                TurnAway(tracker, at, refused);
                return true;
            }

            _copies.Fold(at, refused);
            _tally.Add(tracker);
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
            if (!_copies.TakeMore)
            {
                return _closedFor;
            }

            _copies.Hear(at, refused);
            _tally.Add();
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
            _copies.Revise(alert);
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
            _tally.Deliver(copy.ShownRepeats);
        }
    }

    /// <summary>What the fallback file has no line for yet.</summary>
    /// <returns>How many of it and its repeats that are not accounted for, and how many there are in all.</returns>
    public (long Count, long Until) CountNotKept()
    {
        lock (Gate)
        {
            return (_tally.NotKept, _tally.All);
        }
    }

    /// <summary>The fallback file has a line for what there was until some repeat.</summary>
    public void Keep(string id, long until)
    {
        lock (Gate)
        {
            _tally.Keep(id, until);
        }
    }

    /// <summary>Whether one of its copies is, or was, for a webhook.</summary>
    public bool IsFor(DeliveryLane lane)
    {
        lock (Gate)
        {
            return _copies.AreFor(lane);
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
            if (copy.IsOpen && _copies.TellThere(route.Lane, but: copy))
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

            reason = _tally.IsKept ? DropReason.Fallback : reason;
            var loss = copy.Close(reason);
            _closedFor = reason;
            _isInFile |= reason == DropReason.Fallback;
            if (!_copies.AreOpen)
            {
                _tally.Drop(_isInFile ? DropReason.Fallback : reason);

                // Equal alerts are looked for here until the window ends: what was sent is not kept for so long.
                _copies.Clear();
            }

            return loss;
        }
    }

    /// <summary>Drops a repeat that cannot be followed.</summary>
    private void TurnAway(AlertTracker tracker, DateTimeOffset at, long refused)
    {
        _copies.Miss(at, refused + 1);
        _tally.TurnAway(tracker);
    }

    private List<AlertCopy>? TakeReturning() => IsIncident ? _copies.TakeReturning() : null;

    // Without the gate: a lane holds its own while it asks for ours.
    private static void Requeue(List<AlertCopy>? returning) => returning?.ForEach(copy => copy.Requeue?.Invoke(copy));
}
