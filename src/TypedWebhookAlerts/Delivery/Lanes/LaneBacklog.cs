using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.Rendering;

namespace TypedWebhookAlerts.Delivery;

/// <summary>
/// All that a lane holds: what waits, what is in flight, what is on display with a counter that still moves, and the
/// flushes that wait for it. Each alert leaves it accounted for.
/// </summary>
/// <remarks>The pump adds, the lane takes, <see cref="PostSettlement"/> and <see cref="EditSettlement"/> account, anyone
/// looks: <see cref="Gate"/> guards it all. No code of a user's runs under it.</remarks>
internal sealed class LaneBacklog
{
    private readonly LaneClock _clock;
    private readonly LaneFlushes _flushes;
    private IReadOnlyList<AlertCopy> _inTransit = [];
    private LaneRetirement? _retirement;
    private DropReason? _closedFor;
    private long _sequence;
    private long _firstSequence;
    private long _criticals;
    private bool _isUnannounced;

    /// <param name="maxBytes">The bound of what waits.</param>
    /// <param name="clock">The lane's.</param>
    public LaneBacklog(long maxBytes, LaneClock clock)
    {
        _clock = clock;
        Queue = new LaneQueue(maxBytes);
        Live = new LiveMessages(maxBytes / 2);
        _flushes = new LaneFlushes(Queue, Live);
        Words = new LaneWords(Gate, clock);
    }

    /// <summary>Held by whoever looks at <see cref="Queue"/> or <see cref="Live"/>.</summary>
    public Lock Gate { get; } = new();

    public LaneQueue Queue { get; }

    public LiveMessages Live { get; }

    /// <summary>What the channel is to be told besides alerts.</summary>
    public LaneWords Words { get; }

    /// <summary>How many Criticals it has been given.</summary>
    public long Criticals => Interlocked.Read(ref _criticals);

    /// <summary>The alerts of the request that is under way, and those about to leave. Set and looked at under the
    /// gate.</summary>
    public IReadOnlyList<AlertCopy> InFlight { get; set; } = [];

    /// <summary>Whether the lane begins nothing any more: another sends what there is, as the process ends. Set and
    /// looked at under the gate.</summary>
    public bool IsSeized { get; set; }

    /// <summary>Whether it takes nothing any more.</summary>
    public bool IsClosed => _closedFor is not null || IsRetired;

    /// <summary>Whether it has been left by its last route, and holds nothing any more.</summary>
    public bool IsRetired { get; private set; }

    /// <summary>Whether alerts may come to wait here whose routes lead elsewhere.</summary>
    public bool HasLeavers { get; private set; }

    /// <summary>The lane's last time; null while a route leads to it. Looked at under the gate.</summary>
    public LaneRetirement? Retirement => _retirement;

    /// <summary>Whether it is in its last time, and there is nothing left to be done but to tell of losses. Looked at under
    /// the gate.</summary>
    public bool HasNothingLeft
        => _retirement is { Expects: false }
            && Queue.Count == 0
            && InFlight.Count == 0
            && _inTransit.Count == 0
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
    /// <param name="isToBeWoken">Whether the lane is to be woken at once: for a Critical, and for a full message.</param>
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

            _retirement?.Return(copy);
            if (_closedFor is { } reason)
            {
                copy.Account.Close(copy, reason);
                return true;
            }

            Enqueue(copy, arrival);
            hasDropped = DropExcess();

            // Not for each alert behind a full message: it looks at all that waits when it is woken.
            isToBeWoken = copy.Level == LogLevel.Critical || Queue.Count == DiscordLimits.Embeds;
            _isUnannounced |= !isToBeWoken;
            return true;
        }
    }

    private void Enqueue(AlertCopy copy, LaneArrival arrival)
    {
        copy.QueuedAt = _clock.Now;
        if (arrival == LaneArrival.HandedOverFirst)
        {
            copy.Sequence = --_firstSequence;
            Queue.PutBack(copy);
        }
        else
        {
            copy.Sequence = _sequence++;
            Queue.Add(copy);
        }

        if (arrival != LaneArrival.Raised)
        {
            Queue.AllowWhatWaits();
        }

        if (copy.Level == LogLevel.Critical)
        {
            Interlocked.Increment(ref _criticals);
        }
    }

    /// <summary>Whether there are alerts for which the lane was not woken; from now on it was.</summary>
    public bool TakeUnannounced()
    {
        lock (Gate)
        {
            var isUnannounced = _isUnannounced;
            _isUnannounced = false;
            return isUnannounced;
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

            return _flushes.Add(before: _sequence);
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

        foreach (var ended in Live.Ended(now))
        {
            Live.Remove(ended);
            Close(ended.Copies, DropReason.MessageGone);
        }
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
            HasLeavers = true;
            return IsSeized ? [] : _inTransit = Queue.TakeWhere(leaves);
        }
    }

    /// <summary>Lets go of what has arrived elsewhere.</summary>
    /// <param name="left">What has not.</param>
    public void EndTransit(IReadOnlyList<AlertCopy> left)
    {
        lock (Gate)
        {
            _inTransit = [];
            PutBack(left);
        }
    }

    /// <summary>Takes all there is, also what messages on display do not show.</summary>
    public IReadOnlyList<AlertCopy> TakeAll()
    {
        QueueDisplayed();
        return InFlight = Queue.TakeWhere(static _ => true);
    }

    /// <summary>Has all that messages on display do not show wait for other messages; under the gate.</summary>
    public void QueueDisplayed()
    {
        foreach (var message in Live.All.ToList())
        {
            Live.Remove(message);
            QueueUnshown(message.Copies);
        }
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
            foreach (var copy in held.Where(copy => !copy.Account.IsIncident))
            {
                copy.Retire();
            }

            _retirement = new LaneRetirement(heir, incidents.Except(held));
        }
    }

    /// <summary>Ends the lane's last time, as a route leads to it again.</summary>
    /// <returns>False when it has retired already.</returns>
    public bool TryReturn()
    {
        lock (Gate)
        {
            _retirement = null;
            return !IsRetired;
        }
    }

    /// <summary>Takes nothing more: all that there was is settled. Under the gate.</summary>
    public void EndRetirement()
    {
        IsRetired = true;
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
            Close([.. Copies()], reason);
            Live.Clear();
            Queue.Clear();
            InFlight = [];
            _flushes.End();
        }
    }

    /// <summary>Keeps a message on display whose counters may move; under the gate.</summary>
    public void Display(LiveMessage message)
    {
        foreach (var excess in Live.Add(message))
        {
            Evict(excess.Copies);
        }
    }

    /// <summary>Lets go of a message that is on display, but cannot be edited: what it does not show is posted once
    /// more, and then is not kept. An incident goes on. Under the gate.</summary>
    public void Evict(IReadOnlyList<AlertCopy> copies)
    {
        foreach (var copy in copies)
        {
            if (!copy.Account.IsIncident)
            {
                copy.Retire();
            }
        }

        QueueUnshown(copies);
    }

    /// <summary>Has posted again what a message that is not on display any more does not show; under the gate.</summary>
    public void QueueUnshown(IReadOnlyList<AlertCopy> copies)
    {
        foreach (var copy in copies.Reverse())
        {
            if (copy.HasUnshown)
            {
                copy.WaitAgain(_clock.Now);
                Queue.PutBack(copy);
            }
            else if (copy.TrySetAside())
            {
                _retirement?.SetAside(copy);
            }
            else
            {
                Close([copy], DropReason.MessageGone);
            }
        }

        DropExcess();
    }

    /// <summary>Takes back what was in flight, to its place; under the gate.</summary>
    public void PutBack(IReadOnlyList<AlertCopy> copies)
    {
        foreach (var copy in copies.Reverse())
        {
            Queue.PutBack(copy);
        }

        DropExcess();
    }

    /// <summary>Lets copies go; under the gate.</summary>
    public void Close(IReadOnlyList<AlertCopy> copies, DropReason reason)
    {
        foreach (var copy in copies)
        {
            Close(new Departure(copy, reason, default));
        }
    }

    /// <summary>Lets a copy go that leaves, and has its channel told; under the gate.</summary>
    public void Close(Departure departure)
    {
        var (copy, reason, place) = departure;
        Words.Add(copy.Account.Origin, copy.Account.Close(copy, departure.CountedAs), reason, place);
    }

    private bool DropExcess()
    {
        var hasDropped = false;
        while (Queue.TryRemoveExcess(out var excess))
        {
            Close([excess], DropReason.QueueFull);
            hasDropped = true;
        }

        return hasDropped;
    }

    private IEnumerable<AlertCopy> Copies()
        => Queue.All.Concat(_inTransit).Concat(InFlight).Concat(Live.All.SelectMany(message => message.Copies));
}
