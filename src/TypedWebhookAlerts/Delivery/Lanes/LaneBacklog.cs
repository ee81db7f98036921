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
    private readonly Queue<LaneFlush> _flushes = [];
    private DropReason? _closedFor;
    private long _sequence;
    private long _flushedBefore;
    private long _criticals;
    private bool _isUnannounced;

    /// <param name="maxBytes">The bound of what waits.</param>
    /// <param name="clock">The lane's.</param>
    public LaneBacklog(long maxBytes, LaneClock clock)
    {
        _clock = clock;
        Queue = new LaneQueue(maxBytes);
        Live = new LiveMessages(maxBytes / 2);
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
    public bool IsClosed => _closedFor is not null;

    /// <summary>Whether somebody waits for what there is to be sent.</summary>
    public bool IsFlushing => _flushes.Count > 0;

    /// <summary>Whether all that keeps the flushes open are edits.</summary>
    public bool OwesOnlyEdits => IsFlushing && !Queue.HasBefore(_flushedBefore);

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
    /// <param name="now">The lane clock's time.</param>
    /// <param name="hasDropped">Whether others were pushed out.</param>
    /// <returns>Whether the lane is to be woken at once: for a Critical, and for a full message.</returns>
    public bool Add(AlertCopy copy, TimeSpan now, out bool hasDropped)
    {
        lock (Gate)
        {
            hasDropped = false;
            copy.Sequence = _sequence++;
            copy.QueuedAt = now;
            if (_closedFor is { } reason)
            {
                copy.Account.Close(copy, reason);
                return false;
            }

            Queue.Add(copy);
            if (copy.Level == LogLevel.Critical)
            {
                Interlocked.Increment(ref _criticals);
            }

            hasDropped = DropExcess();

            // Not for each alert behind a full message: it looks at all that waits when it is woken.
            var isToBeWoken = copy.Level == LogLevel.Critical || Queue.Count == DiscordLimits.Embeds;
            _isUnannounced |= !isToBeWoken;
            return isToBeWoken;
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

            var flush = new LaneFlush(before: _sequence);
            _flushedBefore = _sequence;
            _flushes.Enqueue(flush);
            foreach (var copy in Copies())
            {
                copy.AskToShow();
            }

            return flush.Done;
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
            EndFlushes();
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

    /// <summary>Takes all there is, also what messages on display do not show.</summary>
    public IReadOnlyList<AlertCopy> TakeAll()
    {
        foreach (var message in Live.All.ToList())
        {
            Live.Remove(message);
            QueueUnshown(message.Copies);
        }

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
            EndFlushes();
        }
    }

    /// <summary>Ends flushes in their order: a later one waits for all that an earlier one waits for.</summary>
    private void EndFlushes()
    {
        while (_flushes.TryPeek(out var first) && first.TryEnd(Queue, Live))
        {
            _flushes.Dequeue();
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
            else if (!copy.TrySetAside())
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
        => Queue.All.Concat(InFlight).Concat(Live.All.SelectMany(message => message.Copies));
}
