using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.Rendering;

namespace TypedWebhookAlerts.Delivery;

/// <summary>
/// Delivers to one webhook: gathers, packs, waits for its windows, posts, moves counters. One request is in flight at a
/// time, so that order needs no other care.
/// </summary>
internal sealed class DeliveryLane : IAsyncDisposable
{
    private static readonly TimeSpan s_identifyAgain = TimeSpan.FromMinutes(1);

    private readonly CancellationTokenSource _stopping = new();
    private readonly LaneClock _clock;
    private readonly LaneBacklog _backlog;
    private readonly RateWindows _windows;
    private readonly LaneSender _sender;
    private readonly SendingRhythm _rhythm;
    private readonly MessagePacker _packer;
    private readonly string _name;
    private readonly ILogger _log;
    private TimeSpan? _identifyAt = TimeSpan.Zero;
    private bool _hasToldFull;
    private Task _running = Task.CompletedTask;

    public DeliveryLane(
        WebhookUrl url, WebhookAlertOptions options, WebhookSender sender, ChannelWindows channels, ILogger log)
    {
        // As text: a log's sink may take objects apart, and this one knows the address.
        _name = url.ToString();
        _log = log;
        _clock = new LaneClock(options.TimeProvider);
        _backlog = new LaneBacklog(options.MaxQueuedBytes);
        _windows = new RateWindows(channels, url.Id, _clock.Signal);
        _sender = new LaneSender(url, sender, _windows, _clock, _stopping.Token);
        _rhythm = new SendingRhythm(options.BatchSize, options.BatchTimeout);
        _packer = new MessagePacker(Math.Min(options.MaxMessageLength, DiscordLimits.Content));
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
        copy.Changed = _clock.Signal;
        if (_backlog.Add(copy, _clock.Now, out var hasDropped))
        {
            _clock.Signal();
        }

        if (hasDropped && !_hasToldFull)
        {
            _hasToldFull = true;
            _log.QueueFull(_name);
        }
    }

    /// <summary>Wakes the lane if it was given alerts that it has not been told of.</summary>
    public void Announce()
    {
        if (_backlog.TakeUnannounced())
        {
            _clock.Signal();
        }
    }

    /// <summary>Sends what there is without gathering, within the windows.</summary>
    /// <returns>A task that ends when all that the lane was given until now is settled.</returns>
    public Task FlushAsync()
    {
        var done = _backlog.AddFlush();
        _clock.Signal();
        return done;
    }

    /// <summary>The alerts that are queued, in flight, or on display with a counter that still moves.</summary>
    public IReadOnlyList<AlertCopy> Snapshot() => _backlog.Snapshot();

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync().ConfigureAwait(false);
        _clock.Signal();
        await _running.ConfigureAwait(false);
        _backlog.CloseAll(DropReason.Closed);
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
            _backlog.CloseAll(DropReason.Undeliverable);
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
        lock (_backlog.Gate)
        {
            var now = _clock.Now;
            _backlog.Tidy(now);

            // A Critical does not wait for an answer that only helps to share a window.
            if (_identifyAt is { } at && at <= now && !_backlog.IsClosed && !_backlog.Queue.HasCritical)
            {
                return new LaneStep.Identify();
            }

            return _backlog.Queue.Count > 0 && !MustEditFirst(now) ? NextPost(now) : NextEdit(now);
        }
    }

    /// <summary>Whether a flush waits for edits only: alerts raised after it do not go first, else it would not end
    /// while alerts keep coming.</summary>
    private bool MustEditFirst(TimeSpan now)
        => _backlog.OwesOnlyEdits
            && !_backlog.Queue.HasCritical
            && _backlog.Live.Next(isFlush: true, out var at) is not null
            && at <= now;

    private LaneStep NextPost(TimeSpan now)
    {
        var queue = _backlog.Queue;
        var channel = _windows.Channel;
        var isUrgent = queue.HasCritical || _backlog.IsFlushing;
        var due = queue.OldestQueuedAt + (isUrgent ? TimeSpan.Zero : _rhythm.Wait(channel.Fill(now), queue.Count));
        if (due > now)
        {
            return new LaneStep.Wait(due - now);
        }

        return _windows.TryTake(RequestKind.Post, channel.SlotsFor(queue.HasCritical), now, out var wait)
            ? new LaneStep.Post(_backlog.TakeMessage(_packer))
            : new LaneStep.Wait(wait);
    }

    private LaneStep NextEdit(TimeSpan now)
    {
        var isFlush = _backlog.IsFlushing;
        if (_backlog.Live.Next(isFlush, out var at) is not { } message)
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
            _backlog.CloseAll(DropReason.NoRoute);
            _log.Tell(_name, response, alerts: 0);
        }
    }

    private static TimeSpan PauseAfter(WebhookResponse response)
        => response.RetryAfter is { } asked && asked > s_identifyAgain ? asked : s_identifyAgain;

    private async Task PostAsync(IReadOnlyList<AlertCopy> copies)
    {
        var shown = copies.Select(copy => copy.Show()).ToArray();
        var isCritical = copies.Any(copy => copy.Level == LogLevel.Critical);
        var payload = DiscordPayload.Create(shown);
        var response = await _sender.PostAsync(payload, isCritical, () => !isCritical && _backlog.IsCriticalWaiting)
            .ConfigureAwait(false);
        _backlog.SettlePost(copies, shown, response, _clock.Now);

        // Without the backlog's lock: a logger is the user's code, and may read the ledger. A message that was refused
        // goes again in parts, and only a part that is refused is an alert lost.
        if (response.Kind != ResponseKind.Rejected || copies.Count == 1)
        {
            _log.Tell(_name, response, copies.Count);
        }
    }

    private async Task EditAsync(LiveMessage message)
    {
        var shown = message.Copies.Select(copy => copy.Show()).ToArray();
        var response = await _sender.EditAsync(message.Id, DiscordPayload.Create(shown)).ConfigureAwait(false);
        _backlog.SettleEdit(message, shown, response, _clock.Now);
        if (response.Kind == ResponseKind.Dead)
        {
            _log.Tell(_name, response, alerts: 0);
        }
    }
}
