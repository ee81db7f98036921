using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.Rendering;

namespace TypedWebhookAlerts.Delivery;

/// <summary>
/// All that a lane holds: what waits, what is in flight, what is on display with a counter that still moves, and the
/// flushes that wait for it. Each alert leaves it accounted for.
/// </summary>
/// <remarks>The pump adds, the lane takes and settles, anyone looks: <see cref="Gate"/> guards it all. No code of a
/// user's runs under it.</remarks>
internal sealed class LaneBacklog(long maxBytes)
{
    private readonly List<LaneFlush> _flushes = [];
    private DropReason? _closedFor;
    private long _sequence;
    private bool _isUnannounced;

    /// <summary>Held by whoever looks at <see cref="Queue"/> or <see cref="Live"/>.</summary>
    public Lock Gate { get; } = new();

    public LaneQueue Queue { get; } = new(maxBytes);

    public LiveMessages Live { get; } = new(maxBytes / 2);

    /// <summary>The alerts of requests that are under way: of one, but while a process crashes. Looked at under the
    /// gate.</summary>
    public IReadOnlyList<AlertCopy> InFlight { get; private set; } = [];

    /// <summary>Whether it takes nothing any more.</summary>
    public bool IsClosed => _closedFor is not null;

    /// <summary>Whether somebody waits for what there is to be sent.</summary>
    public bool IsFlushing => _flushes.Count > 0;

    /// <summary>Whether all that keeps the flushes open are edits.</summary>
    public bool OwesOnlyEdits => IsFlushing && !_flushes.Exists(flush => flush.WaitsFor(Queue));

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
            hasDropped = DropExcess();
            _isUnannounced = copy.Level != LogLevel.Critical && Queue.Count < DiscordLimits.Embeds;
            return !_isUnannounced;
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
            _flushes.Add(flush);
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
    public void Tidy(TimeSpan now)
    {
        _flushes.RemoveAll(flush => flush.TryEnd(Queue, Live));
        foreach (var ended in Live.Ended(now))
        {
            LetGo(ended);
        }
    }

    /// <summary>Takes the alerts of the next message; they are in flight until they are settled.</summary>
    public IReadOnlyList<AlertCopy> TakeMessage(MessagePacker packer)
    {
        var message = packer.Take(Queue);
        InFlight = [.. InFlight, .. message];
        return message;
    }

    /// <summary>Settles a message that was posted, by its answer.</summary>
    public void SettlePost(
        IReadOnlyList<AlertCopy> copies, ShownAlert[] shown, WebhookResponse response, TimeSpan now)
    {
        lock (Gate)
        {
            InFlight = [.. InFlight.Except(copies)];
            switch (response.Kind)
            {
                case ResponseKind.Confirmed:
                    Confirm(copies, shown);
                    Keep(copies, response.Id, now);
                    break;
                case ResponseKind.RateLimited or ResponseKind.Postponed:
                    PutBack(copies);
                    break;
                case ResponseKind.Rejected when copies.Count > 1:
                    PutBack(copies, areSuspect: true);
                    break;
                case ResponseKind.Rejected or ResponseKind.MessageGone:
                    Close(copies, DropReason.Rejected);
                    break;
                case ResponseKind.Dead:
                    Close(copies, DropReason.NoRoute);
                    CloseAll(DropReason.NoRoute);
                    break;
                case ResponseKind.Unconfirmed:
                    Close(copies, DropReason.Unconfirmed);
                    break;
                default:
                    Close(copies, DropReason.Undeliverable);
                    break;
            }
        }
    }

    /// <summary>Settles an edit, by its answer.</summary>
    public void SettleEdit(LiveMessage message, ShownAlert[] shown, WebhookResponse response, TimeSpan now)
    {
        lock (Gate)
        {
            message.Edited(now, response.Kind == ResponseKind.Confirmed);
            switch (response.Kind)
            {
                case ResponseKind.Confirmed:
                    Confirm(message.Copies, shown);
                    break;
                case ResponseKind.MessageGone or ResponseKind.Rejected:
                    LetGo(message);
                    break;
                case ResponseKind.Transient or ResponseKind.Unconfirmed when message.HasEnded(now):
                    // It had its last edit; what that would have shown is dropped, and counted so.
                    LetGo(message);
                    break;
                case ResponseKind.Dead:
                    CloseAll(DropReason.NoRoute);
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
            InFlight = [];
            _flushes.RemoveAll(flush => flush.TryEnd(Queue, Live));
        }
    }

    private static void Confirm(IReadOnlyList<AlertCopy> copies, ShownAlert[] shown)
    {
        for (var i = 0; i < shown.Length; i++)
        {
            copies[i].Account.Confirm(copies[i], shown[i].Counter);
        }
    }

    private void Keep(IReadOnlyList<AlertCopy> copies, string? messageId, TimeSpan now)
    {
        if (messageId is null || copies.All(copy => copy.FoldFor == TimeSpan.Zero))
        {
            Close(copies, DropReason.MessageGone);
            return;
        }

        foreach (var excess in Live.Add(new LiveMessage(messageId, copies, now)))
        {
            Close(excess.Copies, DropReason.MessageGone);
        }
    }

    private void PutBack(IReadOnlyList<AlertCopy> copies, bool areSuspect = false)
    {
        foreach (var copy in copies.Reverse())
        {
            copy.IsSuspect |= areSuspect;
            Queue.PutBack(copy);
        }

        DropExcess();
    }

    private bool DropExcess()
    {
        var hasDropped = false;
        while (Queue.TryRemoveExcess(out var excess))
        {
            excess.Account.Close(excess, DropReason.QueueFull);
            hasDropped = true;
        }

        return hasDropped;
    }

    private void LetGo(LiveMessage message)
    {
        Live.Remove(message);
        Close(message.Copies, DropReason.MessageGone);
    }

    private static void Close(IReadOnlyList<AlertCopy> copies, DropReason reason)
    {
        foreach (var copy in copies)
        {
            copy.Account.Close(copy, reason);
        }
    }

    private IEnumerable<AlertCopy> Copies()
        => Queue.All.Concat(InFlight).Concat(Live.All.SelectMany(message => message.Copies));
}
