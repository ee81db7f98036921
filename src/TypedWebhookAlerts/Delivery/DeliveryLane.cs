using Microsoft.Extensions.Logging;

namespace TypedWebhookAlerts.Delivery;

/// <summary>
/// Delivers to one webhook: gathers, packs, waits for its windows, posts, moves counters, settles. One request is in
/// flight at a time, so that order needs no other care.
/// </summary>
internal sealed class DeliveryLane : IAsyncDisposable
{
    private static readonly TimeSpan s_identifyAgain = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly LaneClock _clock;
    private readonly RateWindows _windows;
    private readonly LaneSender _sender;
    private readonly SendingRhythm _rhythm;
    private readonly MessagePacker _packer;
    private readonly LaneQueue _queue;
    private readonly LiveMessages _live;
    private readonly List<LaneFlush> _flushes = [];
    private readonly string _name;
    private readonly ILogger _log;
    private IReadOnlyList<AlertCopy> _inFlight = [];
    private TimeSpan? _identifyAt = TimeSpan.Zero;
    private long _sequence;
    private DropReason? _closedFor;
    private bool _hasToldFull;
    private bool _isUnannounced;
    private Task _running = Task.CompletedTask;

    public DeliveryLane(
        WebhookUrl url, WebhookAlertOptions options, WebhookSender sender, ChannelWindows channels, ILogger log)
    {
        // As text: a log's sink may take objects apart, and this one knows the address.
        _name = url.ToString();
        _log = log;
        _clock = new LaneClock(options.TimeProvider);
        _windows = new RateWindows(channels);
        _sender = new LaneSender(url, sender, _windows, _clock, _stopping.Token);
        _rhythm = new SendingRhythm(options.MaxRequestsPerMinute, options.BatchSize, options.BatchTimeout);
        _packer = new MessagePacker(Math.Min(options.MaxMessageLength, Rendering.DiscordLimits.Content));
        _queue = new LaneQueue(options.MaxQueuedBytes);
        _live = new LiveMessages(options.MaxQueuedBytes / 2);
    }

    /// <summary>Whether the lane waits for its clock or a signal.</summary>
    public bool IsResting => _clock.IsResting;

    /// <summary>Starts the lane, outside the flow of whoever starts it: its ambient values, an Activity among them, are
    /// not the lane's.</summary>
    public void Start()
    {
        AsyncFlowControl? suppressed = ExecutionContext.IsFlowSuppressed() ? null : ExecutionContext.SuppressFlow();
        _running = Task.Run(RunAsync);
        suppressed?.Undo();
    }

    /// <summary>Takes an alert. The lane is woken for a Critical and for a full message; for less, by
    /// <see cref="Announce"/>: alerts that were raised together are sent together.</summary>
    public void Enqueue(AlertCopy copy)
    {
        bool isUrgent, mustTellFull;
        lock (_gate)
        {
            copy.Sequence = _sequence++;
            copy.QueuedAt = _clock.Now;
            copy.Changed = _clock.Signal;
            if (_closedFor is { } reason)
            {
                copy.Account.Close(copy, reason);
                return;
            }

            _queue.Add(copy);
            mustTellFull = DropExcess() && !_hasToldFull;
            _hasToldFull |= mustTellFull;
            isUrgent = copy.Level == LogLevel.Critical || _queue.Count >= Rendering.DiscordLimits.Embeds;
            _isUnannounced = !isUrgent;
        }

        if (mustTellFull)
        {
            _log.QueueFull(_name);
        }

        if (isUrgent)
        {
            _clock.Signal();
        }
    }

    /// <summary>Wakes the lane if it was given alerts that it has not been told of.</summary>
    public void Announce()
    {
        lock (_gate)
        {
            if (!_isUnannounced)
            {
                return;
            }

            _isUnannounced = false;
        }

        _clock.Signal();
    }

    /// <summary>Sends what there is without gathering, within the windows.</summary>
    /// <returns>A task that ends when all that the lane was given until now is settled.</returns>
    public Task FlushAsync()
    {
        LaneFlush flush;
        lock (_gate)
        {
            if (_closedFor is not null)
            {
                return Task.CompletedTask;
            }

            flush = new LaneFlush(before: _sequence);
            _flushes.Add(flush);
            foreach (var copy in Copies())
            {
                copy.AskToShow();
            }
        }

        _clock.Signal();
        return flush.Done;
    }

    /// <summary>The alerts that are queued, in flight, or on display with a counter that still moves.</summary>
    public IReadOnlyList<AlertCopy> Snapshot()
    {
        lock (_gate)
        {
            return [.. Copies()];
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync().ConfigureAwait(false);
        _clock.Signal();
        await _running.ConfigureAwait(false);
        CloseAll(DropReason.Closed);
        _clock.Dispose();
        _stopping.Dispose();
    }

    private async Task RunAsync()
    {
        try
        {
            while (!_stopping.IsCancellationRequested)
            {
                await TakeAsync(Next()).ConfigureAwait(false);
            }
        }
#pragma warning disable CA1031 // a defect of ours must show in the log and the ledger, not as silence
        catch (Exception exception)
#pragma warning restore CA1031
        {
            CloseAll(DropReason.Undeliverable);
            _log.LaneFailed(_name, exception.GetType().Name);
        }
    }

    private Task TakeAsync(LaneStep step)
        => step switch
        {
            LaneStep.Post post => PostAsync(post.Copies),
            LaneStep.Edit edit => EditAsync(edit.Message),
            LaneStep.Identify => IdentifyAsync(),
            LaneStep.Wait wait => _clock.WaitAsync(wait.For),
            _ => throw new InvalidOperationException(),
        };

    private LaneStep Next()
    {
        lock (_gate)
        {
            var now = _clock.Now;
            _flushes.RemoveAll(flush => flush.TryEnd(_queue, _live));
            foreach (var ended in _live.Ended(now))
            {
                LetGo(ended);
            }

            // A Critical does not wait for an answer that only helps to share a window.
            if (_identifyAt is { } at && at <= now && _closedFor is null && !_queue.HasCritical)
            {
                return new LaneStep.Identify();
            }

            return _queue.Count > 0 && !MustEditFirst(now) ? NextPost(now) : NextEdit(now);
        }
    }

    /// <summary>Whether all that keeps the flushes open are edits: alerts raised after them do not go first, else a
    /// flush would not end while alerts keep coming.</summary>
    private bool MustEditFirst(TimeSpan now)
        => _flushes.Count > 0
            && !_queue.HasCritical
            && !_flushes.Exists(flush => flush.WaitsFor(_queue))
            && _live.Next(isFlush: true, out var at) is not null
            && at <= now;

    private LaneStep NextPost(TimeSpan now)
    {
        var channel = _windows.Channel;
        var isUrgent = _queue.HasCritical || _flushes.Count > 0;
        var due = _queue.OldestQueuedAt + (isUrgent ? TimeSpan.Zero : _rhythm.Wait(channel.Used(now), _queue.Count));
        if (due > now)
        {
            return new LaneStep.Wait(due - now);
        }

        if (!_windows.TryTake(RequestKind.Post, channel.SlotsFor(_queue.HasCritical), now, out var wait))
        {
            return new LaneStep.Wait(wait);
        }

        _inFlight = _packer.Take(_queue);
        return new LaneStep.Post(_inFlight);
    }

    private LaneStep NextEdit(TimeSpan now)
    {
        var isFlush = _flushes.Count > 0;
        if (_live.Next(isFlush, out var at) is not { } message)
        {
            return new LaneStep.Wait(null);
        }

        if (at > now)
        {
            return new LaneStep.Wait(at - now);
        }

        // Edits are the least of a lane's work: they leave half of the window to alerts.
        var channel = _windows.Channel;
        var slots = isFlush ? channel.SlotsFor(isCritical: false) : Math.Max(1, channel.Limit / 2);
        return _windows.TryTake(RequestKind.Patch, slots, now, out var wait)
            ? new LaneStep.Edit(message)
            : new LaneStep.Wait(wait);
    }

    private async Task IdentifyAsync()
    {
        var response = await _sender.IdentifyAsync().ConfigureAwait(false);
        _identifyAt = response.Kind == ResponseKind.Confirmed ? null : _clock.Now + PauseAfter(response);
        if (response.Kind == ResponseKind.Dead)
        {
            CloseAll(DropReason.NoRoute);
            _log.Tell(_name, response, alerts: 0);
        }
    }

    private static TimeSpan PauseAfter(WebhookResponse response)
        => response.RetryAfter is { } asked && asked > s_identifyAgain ? asked : s_identifyAgain;

    private async Task PostAsync(IReadOnlyList<AlertCopy> copies)
    {
        var shown = copies.Select(copy => copy.Show()).ToArray();
        var isCritical = copies.Any(copy => copy.Level == LogLevel.Critical);
        var payload = Rendering.DiscordPayload.Create(shown);
        var response = await _sender.PostAsync(payload, isCritical, () => !isCritical && IsCriticalWaiting())
            .ConfigureAwait(false);
        lock (_gate)
        {
            _inFlight = [];
            Settle(copies, shown, response);
        }

        // Without the lane's lock: a logger is the user's code, and may read the ledger. A message that was refused
        // goes again in parts, and only a part that is refused is an alert lost.
        if (response.Kind != ResponseKind.Rejected || copies.Count == 1)
        {
            _log.Tell(_name, response, copies.Count);
        }
    }

    private bool IsCriticalWaiting()
    {
        lock (_gate)
        {
            return _queue.HasCritical;
        }
    }

    private void Settle(IReadOnlyList<AlertCopy> copies, Rendering.ShownAlert[] shown, WebhookResponse response)
    {
        switch (response.Kind)
        {
            case ResponseKind.Confirmed:
                Confirm(copies, shown);
                Keep(copies, response.Id);
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

    private async Task EditAsync(LiveMessage message)
    {
        var shown = message.Copies.Select(copy => copy.Show()).ToArray();
        var payload = Rendering.DiscordPayload.Create(shown);
        var response = await _sender.EditAsync(message.Id, payload).ConfigureAwait(false);
        lock (_gate)
        {
            message.Edited(_clock.Now, response.Kind == ResponseKind.Confirmed);
            switch (response.Kind)
            {
                case ResponseKind.Confirmed:
                    Confirm(message.Copies, shown);
                    break;
                case ResponseKind.MessageGone or ResponseKind.Rejected:
                    LetGo(message);
                    break;
                case ResponseKind.Transient or ResponseKind.Unconfirmed when message.HasEnded(_clock.Now):
                    // It had its last edit; what that would have shown is dropped, and counted so.
                    LetGo(message);
                    break;
                case ResponseKind.Dead:
                    CloseAll(DropReason.NoRoute);
                    break;
            }
        }

        if (response.Kind == ResponseKind.Dead)
        {
            _log.Tell(_name, response, alerts: 0);
        }
    }

    private static void Confirm(IReadOnlyList<AlertCopy> copies, Rendering.ShownAlert[] shown)
    {
        for (var i = 0; i < shown.Length; i++)
        {
            copies[i].Account.Confirm(copies[i], shown[i].Counter);
        }
    }

    private void Keep(IReadOnlyList<AlertCopy> copies, string? messageId)
    {
        if (messageId is null || copies.All(copy => copy.FoldFor == TimeSpan.Zero))
        {
            Close(copies, DropReason.MessageGone);
            return;
        }

        foreach (var excess in _live.Add(new LiveMessage(messageId, copies, _clock.Now)))
        {
            Close(excess.Copies, DropReason.MessageGone);
        }
    }

    private void PutBack(IReadOnlyList<AlertCopy> copies, bool areSuspect = false)
    {
        foreach (var copy in copies.Reverse())
        {
            copy.IsSuspect |= areSuspect;
            _queue.PutBack(copy);
        }

        DropExcess();
    }

    private bool DropExcess()
    {
        var hasDropped = false;
        while (_queue.TryRemoveExcess(out var excess))
        {
            excess.Account.Close(excess, DropReason.QueueFull);
            hasDropped = true;
        }

        return hasDropped;
    }

    private void LetGo(LiveMessage message)
    {
        _live.Remove(message);
        Close(message.Copies, DropReason.MessageGone);
    }

    /// <summary>Lets go of all there is, and of all that comes.</summary>
    private void CloseAll(DropReason reason)
    {
        lock (_gate)
        {
            _closedFor ??= reason;
            Close([.. Copies()], reason);
            foreach (var message in _live.All.ToList())
            {
                _live.Remove(message);
            }

            while (_queue.TryPeek(out var next))
            {
                _queue.Remove(next);
            }

            _inFlight = [];
            _flushes.RemoveAll(flush => flush.TryEnd(_queue, _live));
        }
    }

    private static void Close(IReadOnlyList<AlertCopy> copies, DropReason reason)
    {
        foreach (var copy in copies)
        {
            copy.Account.Close(copy, reason);
        }
    }

    private IEnumerable<AlertCopy> Copies()
        => _queue.All.Concat(_inFlight).Concat(_live.All.SelectMany(message => message.Copies));
}
