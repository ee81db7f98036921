using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.Rendering;

namespace TypedWebhookAlerts.Delivery;

/// <summary>
/// All that a lane holds: what waits, what is in flight, what is on display with a counter that still moves, and the
/// flushes that wait for it. Each alert leaves it accounted for.
/// </summary>
/// <remarks>The pump adds, the lane takes and settles, anyone looks: <see cref="Gate"/> guards it all. No code of a
/// user's runs under it.</remarks>
internal sealed class LaneBacklog(long maxBytes, LaneClock clock)
{
    private const int MostNotices = 10;

    /// <summary>Deletions of an alert's message are counted over its window, and over no less than this.</summary>
    private static readonly TimeSpan s_leastPatience = TimeSpan.FromMinutes(5);

    private readonly Queue<LaneFlush> _flushes = [];
    private IReadOnlyList<AlertCopy> _inFlight = [];
    private DropReason? _closedFor;
    private long _sequence;
    private long _flushedBefore;
    private long _criticals;
    private bool _isUnannounced;

    /// <summary>Held by whoever looks at <see cref="Queue"/> or <see cref="Live"/>.</summary>
    public Lock Gate { get; } = new();

    public LaneQueue Queue { get; } = new(maxBytes);

    public LiveMessages Live { get; } = new(maxBytes / 2);

    /// <summary>What is to be told of losses.</summary>
    public LaneLosses Losses { get; } = new();

    /// <summary>What other lanes have this one tell.</summary>
    public Queue<RenderedAlert> Notices { get; } = new();

    /// <summary>How many Criticals it has been given.</summary>
    public long Criticals => Interlocked.Read(ref _criticals);

    /// <summary>The alerts of the request that is under way. Looked at under the gate.</summary>
    public IReadOnlyList<AlertCopy> InFlight => _inFlight;

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

    /// <summary>Takes a message of the library's own; of too many the oldest goes.</summary>
    public void AddNotice(RenderedAlert note)
    {
        lock (Gate)
        {
            Notices.Enqueue(note);
            if (Notices.Count > MostNotices)
            {
                Notices.Dequeue();
            }
        }
    }

    /// <summary>Takes what is to be told next: a notice, or else all losses.</summary>
    public (RenderedAlert? Notice, IReadOnlyList<Loss> Losses) TakeWords()
    {
        lock (Gate)
        {
            return Notices.TryDequeue(out var notice) ? (notice, []) : (null, Losses.TakeAll());
        }
    }

    /// <summary>Takes back what could not be told.</summary>
    public void PutBackWords(RenderedAlert? notice, IReadOnlyList<Loss> losses)
    {
        lock (Gate)
        {
            if (notice is not null)
            {
                Notices.Enqueue(notice);
            }

            foreach (var loss in losses)
            {
                Losses.Add(loss, clock.Now);
            }
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
            LetGo(ended);
        }
    }

    /// <summary>Takes the alerts of the next message; they are in flight until they are settled.</summary>
    public IReadOnlyList<AlertCopy> TakeMessage(MessagePacker packer) => _inFlight = packer.Take(Queue);

    /// <summary>Takes what leaves without having been shown; it is in flight until it is settled.</summary>
    /// <param name="leaves">Whether a waiting alert leaves.</param>
    public IReadOnlyList<AlertCopy> TakeLeaving(Func<AlertCopy, bool> leaves)
        => _inFlight = Queue.TakeWhere(leaves);

    /// <summary>Takes all there is, also what messages on display do not show.</summary>
    public IReadOnlyList<AlertCopy> TakeAll()
    {
        foreach (var message in Live.All.ToList())
        {
            Live.Remove(message);
            QueueUnshown(message.Copies);
        }

        return _inFlight = Queue.TakeWhere(static _ => true);
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

    /// <summary>Settles copies that were taken to leave.</summary>
    /// <param name="copies">The copies.</param>
    /// <param name="departures">What became of them; those without a departure wait on.</param>
    public void SettleDepartures(IReadOnlyList<AlertCopy> copies, IReadOnlyList<Departure> departures)
    {
        lock (Gate)
        {
            _inFlight = [];
            foreach (var departure in departures)
            {
                Close(departure.Copy, departure.CountedAs, departure.Reason, departure.Place);
            }

            if (departures.Count < copies.Count)
            {
                PutBack([.. copies.Except(departures.Select(departure => departure.Copy))]);
            }
        }
    }

    /// <summary>Settles a message that was posted, by its answer.</summary>
    /// <param name="copies">What it was to show.</param>
    /// <param name="shown">As it was shown.</param>
    /// <param name="response">The answer.</param>
    /// <param name="isEnding">Whether nothing is repeated any more.</param>
    /// <returns>The alerts that Discord refuses; they are in flight until they are settled.</returns>
    public IReadOnlyList<AlertCopy> SettlePost(
        IReadOnlyList<AlertCopy> copies, ShownAlert[] shown, WebhookResponse response, bool isEnding)
    {
        lock (Gate)
        {
            _inFlight = [];
            switch (response.Kind)
            {
                case ResponseKind.Confirmed:
                    Confirm(copies, shown);
                    Keep(copies, response.Id, clock.Now);
                    break;
                case ResponseKind.FilesRefused:
                    LetGoOfFiles(copies);
                    PutBack(copies);
                    break;
                case ResponseKind.Rejected or ResponseKind.MessageGone:
                    return _inFlight = PartRefused(copies, response.RefusedEmbeds);
                case ResponseKind.Unconfirmed:
                    PutBack(SettleUnconfirmed(copies, isEnding));
                    break;
                default:
                    Mark(response.MayHaveArrived ? copies : []);
                    PutBack(copies);
                    break;
            }

            return [];
        }
    }

    /// <summary>Gives back what was in flight when the lane failed: in parts, so that in the end the one is alone that
    /// it fails of.</summary>
    /// <returns>An alert that it has failed of alone; it is in flight until it is settled.</returns>
    public IReadOnlyList<AlertCopy> Recover()
    {
        lock (Gate)
        {
            var copies = _inFlight;
            if (copies is [{ Half: not null }])
            {
                return copies;
            }

            _inFlight = [];
            Halve(copies);
            return [];
        }
    }

    /// <summary>Settles an edit, by its answer.</summary>
    public void SettleEdit(LiveMessage message, ShownAlert[] shown, WebhookResponse response, TimeSpan now)
    {
        lock (Gate)
        {
            message.Edited(
                now,
                isConfirmed: response.Kind == ResponseKind.Confirmed,
                isFailure: response.Kind is ResponseKind.Transient or ResponseKind.Unconfirmed);
            switch (response.Kind)
            {
                case ResponseKind.Confirmed:
                    Confirm(message.Copies, shown);
                    break;
                case ResponseKind.MessageGone:
                    Live.Remove(message);
                    PostAnew(message.Copies, wasDeleted: response.Code != DiscordCodes.TooManyOldEdits, now);
                    break;
                case ResponseKind.Rejected:
                case ResponseKind.Transient or ResponseKind.Unconfirmed when message.HasFailed:
                    // A post has more patience than an edit, and others to turn to.
                    Live.Remove(message);
                    Evict(message.Copies);
                    break;
            }
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
            _inFlight = [];
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

    private static void LetGoOfFiles(IReadOnlyList<AlertCopy> copies)
    {
        foreach (var copy in copies)
        {
            copy.LetGoOfTrace();
        }
    }

    private static void Confirm(IReadOnlyList<AlertCopy> copies, ShownAlert[] shown)
    {
        for (var i = 0; i < shown.Length; i++)
        {
            copies[i].Account.Confirm(copies[i], shown[i]);
        }
    }

    private void Keep(IReadOnlyList<AlertCopy> copies, string? messageId, TimeSpan now)
    {
        if (!copies.Any(copy => copy.MayChange))
        {
            Close(copies, DropReason.MessageGone);
            return;
        }

        if (messageId is null)
        {
            Evict(copies);
            return;
        }

        foreach (var excess in Live.Add(new LiveMessage(messageId, copies, now)))
        {
            Evict(excess.Copies);
        }
    }

    /// <summary>Parts a message that Discord refused: the alerts that it named from the others, which go on together;
    /// or if it named none, one half from the other.</summary>
    /// <returns>The refused alerts.</returns>
    private IReadOnlyList<AlertCopy> PartRefused(IReadOnlyList<AlertCopy> copies, IReadOnlyList<int> named)
    {
        if (copies.Count == 1)
        {
            return copies;
        }

        // An index counts embeds; contents have none.
        var embeds = copies.Where(copy => copy.Alert.IsEmbed).ToList();
        var refused = named.Where(index => index < embeds.Count).Select(index => embeds[index]).Distinct().ToList();
        if (refused.Count == 0)
        {
            Halve(copies);
        }
        else
        {
            PutBack([.. copies.Except(refused)]);
        }

        return refused;
    }

    private void Halve(IReadOnlyList<AlertCopy> copies)
    {
        var halves = (First: new object(), Second: new object());
        for (var i = 0; i < copies.Count; i++)
        {
            copies[i].Half = i < (copies.Count + 1) / 2 ? halves.First : halves.Second;
        }

        PutBack(copies);
    }

    /// <summary>Settles a request of which nobody knows whether it counted.</summary>
    /// <returns>What is rather told twice than never.</returns>
    private List<AlertCopy> SettleUnconfirmed(IReadOnlyList<AlertCopy> copies, bool isEnding)
    {
        var repeated = copies.Where(copy => copy.Level == LogLevel.Critical && !isEnding).ToList();
        Mark(repeated);
        Close([.. copies.Except(repeated)], DropReason.Unconfirmed);
        return repeated;
    }

    private static void Mark(IReadOnlyList<AlertCopy> repeated)
    {
        foreach (var copy in repeated)
        {
            copy.MayBeRepeated = true;
        }
    }

    /// <summary>Lets go of a message that is on display, but cannot be edited: what it does not show is posted once
    /// more, and then is not kept. An incident goes on.</summary>
    private void Evict(IReadOnlyList<AlertCopy> copies)
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

    /// <summary>Posts again what a message that is gone, or too old, does not show; it goes on there.</summary>
    private void PostAnew(IReadOnlyList<AlertCopy> copies, bool wasDeleted, TimeSpan now)
    {
        var window = copies[0].FoldFor > s_leastPatience ? copies[0].FoldFor : s_leastPatience;
        if (wasDeleted && copies.Any(copy => !copy.MayReturn(now, window)))
        {
            Close(copies, DropReason.MessageGone);
            return;
        }

        QueueUnshown(copies);
    }

    private void QueueUnshown(IReadOnlyList<AlertCopy> copies)
    {
        foreach (var copy in copies.Reverse())
        {
            if (copy.HasUnshown)
            {
                copy.WaitAgain(clock.Now);
                Queue.PutBack(copy);
            }
            else if (!copy.TrySetAside())
            {
                Close(copy, DropReason.MessageGone);
            }
        }

        DropExcess();
    }

    private void PutBack(IReadOnlyList<AlertCopy> copies)
    {
        foreach (var copy in copies.Reverse())
        {
            Queue.PutBack(copy);
        }

        DropExcess();
    }

    private bool DropExcess()
    {
        var hasDropped = false;
        while (Queue.TryRemoveExcess(out var excess))
        {
            Close(excess, DropReason.QueueFull);
            hasDropped = true;
        }

        return hasDropped;
    }

    private void LetGo(LiveMessage message)
    {
        Live.Remove(message);
        Close(message.Copies, DropReason.MessageGone);
    }

    private void Close(IReadOnlyList<AlertCopy> copies, DropReason reason)
    {
        foreach (var copy in copies)
        {
            Close(copy, reason);
        }
    }

    private void Close(AlertCopy copy, DropReason reason) => Close(copy, reason, reason, default);

    private void Close(AlertCopy copy, DropReason countedAs, DropReason reason, LossPlace place)
        => Losses.Add(copy.Account.Origin, copy.Account.Close(copy, countedAs), reason, place, clock.Now);

    private IEnumerable<AlertCopy> Copies()
        => Queue.All.Concat(_inFlight).Concat(Live.All.SelectMany(message => message.Copies));
}
