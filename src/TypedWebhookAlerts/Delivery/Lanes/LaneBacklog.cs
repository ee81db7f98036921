namespace TypedWebhookAlerts.Delivery;

/// <summary>
/// All that a lane holds: what waits, what is in flight, what is on display with a counter that still moves, and the
/// flushes that wait for it. Each alert leaves it accounted for.
/// </summary>
/// <remarks>The pump adds, the lane takes, <see cref="PostSettlement"/> and <see cref="EditSettlement"/> account,
/// anyone looks: <see cref="Gate"/> guards it all. No code of a user's runs under it.</remarks>
internal sealed class LaneBacklog
{
    private readonly LaneArrivals _arrivals;
    private readonly LaneFlushes _flushes;
    private readonly LaneTransit _transit;
    private DropReason? _closedFor;

    /// <param name="maxBytes">The bound of what waits.</param>
    /// <param name="clock">The lane's.</param>
    public LaneBacklog(long maxBytes, LaneClock clock)
    {
        Queue = new LaneQueue(maxBytes);
        Live = new LiveMessages(maxBytes / 2);
        _flushes = new LaneFlushes(Queue, Live);
        _transit = new LaneTransit(Queue);
        Words = new LaneWords(Gate, clock);
        Exits = new LaneExits(Queue, Words);
        Display = new LaneDisplay(Live, Queue, Exits, Retirement, clock);
        _arrivals = new LaneArrivals(Queue, clock);
    }

    /// <summary>Held by whoever looks at <see cref="Queue"/> or <see cref="Live"/>.</summary>
    public Lock Gate { get; } = new();

    public LaneQueue Queue { get; }

    public LiveMessages Live { get; }

    /// <summary>What the channel is to be told besides alerts.</summary>
    public LaneWords Words { get; }

    /// <summary>How alerts leave it. Used under the gate.</summary>
    public LaneExits Exits { get; }

    /// <summary>What the channel shows of it. Used under the gate.</summary>
    public LaneDisplay Display { get; }

    /// <summary>The lane's last time, once no route leads to it any more. Looked at under the gate.</summary>
    public LaneRetirement Retirement { get; } = new();

    /// <summary>How many Criticals it has been given.</summary>
    public long Criticals => _arrivals.Criticals;

    /// <summary>The alerts of the request that is under way, and those about to leave. Set and looked at under the
    /// gate.</summary>
    public IReadOnlyList<AlertCopy> InFlight { get; set; } = [];

    /// <summary>Whether the lane begins nothing any more: another sends what there is, as the process ends. Set and
    /// looked at under the gate.</summary>
    public bool IsSeized { get; set; }

    /// <summary>Whether it takes nothing any more.</summary>
    public bool IsClosed => _closedFor is not null || IsRetired;

    /// <summary>Whether it has been left by its last route, and holds nothing any more.</summary>
    public bool IsRetired => Retirement.IsOver;

    /// <summary>Whether alerts may come to wait here whose routes lead elsewhere.</summary>
    public bool HasLeavers => _transit.HasBegun;

    /// <summary>Whether it is in its last time, and there is nothing left to be done but to tell of losses. Looked at
    /// under the gate.</summary>
    public bool HasNothingLeft
        => Retirement.ExpectsNothing
            && Queue.Count == 0
            && InFlight.Count == 0
            && _transit.Copies.Count == 0
            && !Live.All.Any();

    /// <summary>Whether somebody waits for what there is to be sent.</summary>
    public bool IsFlushing => _flushes.IsAny;

    /// <summary>Whether all that keeps the flushes open are edits.</summary>
    public bool OwesOnlyEdits => _flushes.OweOnlyEdits;

    public bool IsCriticalWaiting
    {
        get
        {
            lock (Gate)
            {
                return Queue.HasCritical;
            }
        }
    }

    /// <summary>Takes an alert; one beyond the bound pushes others out.</summary>
    /// <param name="copy">The alert.</param>
    /// <param name="arrival">How it comes.</param>
    /// <param name="isToBeWoken">Whether the lane is to be woken at once: for a Critical, and for a full
    /// message.</param>
    /// <param name="hasDropped">Whether others were pushed out.</param>
    /// <returns>False when the lane has retired, which does not touch the alert.</returns>
    public bool TryAdd(AlertCopy copy, LaneArrival arrival, out bool isToBeWoken, out bool hasDropped)
    {
        lock (Gate)
        {
            (isToBeWoken, hasDropped) = (false, false);
            if (IsRetired)
            {
                return false;
            }

            Retirement.Return(copy);
            if (_closedFor is { } reason)
            {
                copy.Account.Close(copy, reason);
                return true;
            }

            Retirement.EndRepeats(copy);
            _arrivals.Enqueue(copy, arrival);
            hasDropped = Exits.DropExcess();
            isToBeWoken = _arrivals.Wakes(copy);
            return true;
        }
    }

    /// <summary>Whether there are alerts for which the lane was not woken; from now on it was.</summary>
    public bool TakeUnannounced()
    {
        lock (Gate)
        {
            return _arrivals.TakeUnannounced();
        }
    }

    /// <summary>Begins to wait until all that is there now is settled.</summary>
    public Task AddFlush()
    {
        lock (Gate)
        {
            if (IsClosed)
            {
                return Task.CompletedTask;
            }

            foreach (var copy in Copies())
            {
                copy.AskToShow();
            }

            return _flushes.Add(before: _arrivals.Next);
        }
    }

    /// <summary>Every alert that is not accounted for, or whose counter still moves.</summary>
    public IReadOnlyList<AlertCopy> Snapshot()
    {
        lock (Gate)
        {
            return [.. Copies()];
        }
    }

    /// <summary>Ends the flushes whose alerts are settled, and lets messages go whose windows have ended. Nothing is in
    /// flight then.</summary>
    /// <param name="now">The lane clock's time.</param>
    /// <param name="owesWords">Whether something is to be told before a flush ends.</param>
    public void Tidy(TimeSpan now, bool owesWords)
    {
        if (!owesWords)
        {
            _flushes.End();
        }

        Display.Tidy(now);
    }

    /// <summary>Takes the alerts of the next message; they are in flight until they are settled.</summary>
    public IReadOnlyList<AlertCopy> TakeMessage(MessagePacker packer) => InFlight = packer.Take(Queue);

    /// <summary>Takes what leaves without having been shown; it is in flight until it is settled.</summary>
    /// <param name="leaves">Whether a waiting alert leaves.</param>
    public IReadOnlyList<AlertCopy> TakeLeaving(Func<AlertCopy, bool> leaves)
        => InFlight = Queue.TakeWhere(leaves);

    /// <summary>Takes what leaves for other lanes, while a message may be in flight. It is held here until
    /// <see cref="EndTransit"/>.</summary>
    public IReadOnlyList<AlertCopy> BeginTransit(Func<AlertCopy, bool> leaves)
    {
        lock (Gate)
        {
            return IsSeized ? [] : _transit.Begin(leaves);
        }
    }

    /// <summary>Lets go of what has arrived elsewhere.</summary>
    /// <param name="left">What has not.</param>
    public void EndTransit(IReadOnlyList<AlertCopy> left)
    {
        lock (Gate)
        {
            _transit.End();
            PutBack(left);
        }
    }

    /// <summary>Takes all there is, also what messages on display do not show.</summary>
    public IReadOnlyList<AlertCopy> TakeAll()
    {
        Display.QueueAll();
        return InFlight = Queue.TakeWhere(static _ => true);
    }

    /// <summary>Takes all there is at the lane's end, and takes nothing more.</summary>
    public IReadOnlyList<AlertCopy> TakeRest()
    {
        lock (Gate)
        {
            _closedFor ??= DropReason.Closed;
            return TakeAll();
        }
    }

    /// <summary>Begins the lane's last time: nothing more is folded into what it has.</summary>
    /// <param name="heir">The lane that its alerts go to now, if there is one.</param>
    /// <param name="incidents">The incidents that it has, and those that it has set aside.</param>
    public void Retire(DeliveryLane? heir, IEnumerable<AlertCopy> incidents)
    {
        lock (Gate)
        {
            var held = Copies().ToHashSet();
            Retirement.Begin(heir, incidents.Except(held));
            foreach (var copy in held)
            {
                Retirement.EndRepeats(copy);
            }
        }
    }

    /// <summary>Ends the lane's last time, as a route leads to it again.</summary>
    /// <returns>False when it has retired already.</returns>
    public bool TryReturn()
    {
        lock (Gate)
        {
            Retirement.Cancel();
            return !IsRetired;
        }
    }

    /// <summary>Takes nothing more: all that there was is settled. Under the gate.</summary>
    public void EndRetirement()
    {
        Retirement.End();
        _flushes.End();
    }

    /// <summary>Takes other bounds.</summary>
    public void Configure(long maxBytes)
    {
        lock (Gate)
        {
            Queue.Bound = maxBytes;
            Live.Bound = maxBytes / 2;
        }
    }

    /// <summary>Lets go of all there is, and of all that comes.</summary>
    public void CloseAll(DropReason reason)
    {
        lock (Gate)
        {
            _closedFor ??= reason;
            Exits.Close([.. Copies()], reason);
            Live.Clear();
            Queue.Clear();
            InFlight = [];
            _flushes.End();
        }
    }

    /// <summary>Takes back what was in flight, to its place; under the gate.</summary>
    public void PutBack(IReadOnlyList<AlertCopy> copies)
    {
        foreach (var copy in copies.Reverse())
        {
            Queue.PutBack(copy);
        }

        Exits.DropExcess();
    }

    private IEnumerable<AlertCopy> Copies()
        => Queue.All.Concat(_transit.Copies).Concat(InFlight).Concat(Live.All.SelectMany(message => message.Copies));
}
