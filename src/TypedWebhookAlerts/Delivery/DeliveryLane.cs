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
    private static readonly TimeSpan s_firstRestart = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_longestRestart = TimeSpan.FromMinutes(1);

    private readonly CancellationTokenSource _stopping = new();
    private readonly LaneClock _clock;
    private readonly LaneBacklog _backlog;
    private readonly RateWindows _windows;
    private readonly LaneHealth _health;
    private readonly LaneSender _sender;
    private readonly LanePlanner _planner;
    private readonly LaneDepartures _departures;
    private readonly LaneNotes _notes;
    private readonly FallbackChain _chain;
    private readonly MessageFrame _frame;
    private readonly TimeProvider _time;
    private readonly string _name;
    private readonly ILogger _log;
    private TimeSpan _restart = s_firstRestart;
    private bool _hasToldFull;
    private bool _hasToldDefect;
    private Task _running = Task.CompletedTask;

    /// <param name="url">The webhook, and the thread.</param>
    /// <param name="frame">What the library's own messages carry.</param>
    /// <param name="options">The pipeline's options.</param>
    /// <param name="sender">The connection.</param>
    /// <param name="channels">The windows that lanes share.</param>
    /// <param name="chain">Where alerts go that it cannot show.</param>
    /// <param name="formatter">One of its own, for what it has to say itself.</param>
    /// <param name="log">The application's log.</param>
    public DeliveryLane(
        WebhookUrl url,
        MessageFrame frame,
        WebhookAlertOptions options,
        WebhookSender sender,
        ChannelWindows channels,
        FallbackChain chain,
        DiscordFormatter formatter,
        ILogger log)
    {
        // As text: a log's sink may take objects apart, and this one knows the address.
        _name = url.ToString();
        _frame = frame.Of(LogLevel.Trace, isPossiblyRepeated: false);
        _chain = chain;
        _time = options.TimeProvider;
        _log = log;
        _clock = new LaneClock(options.TimeProvider);
        _backlog = new LaneBacklog(options.MaxQueuedBytes, _clock);
        _windows = new RateWindows(channels, url.Id, _clock.Signal);
        _health = new LaneHealth(options, _clock);
        _sender = new LaneSender(url, sender, options.Retry, _windows, _health, _clock, _stopping.Token);
        _planner = new LanePlanner(options, _clock, _backlog, _windows, _health, chain);
        _departures = new LaneDepartures(_backlog, chain);
        _notes = new LaneNotes(formatter, options.TimeProvider, options.MaxMessageLength);
    }

    /// <summary>Whether the lane waits for its clock or a signal.</summary>
    public bool IsResting => _clock.IsResting;

    /// <summary>Whether it is about to give up a request for something more urgent.</summary>
    public bool IsHurried => _sender.IsHurried;

    /// <summary>Whether alerts of another route may move here: its webhook is there, and does not fail.</summary>
    public bool TakesOthers => _health.TakesOthers && !_stopping.IsCancellationRequested;

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
        copy.Requeue = Enqueue;
        var isToBeWoken = _backlog.Add(copy, _clock.Now, out var hasDropped);
        if (copy.Level == LogLevel.Critical)
        {
            _health.EndHold();
            _sender.Hurry();
        }

        if (isToBeWoken)
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

    /// <summary>Posts a message of the library's own, which is no alert.</summary>
    public void Tell(RenderedAlert note)
    {
        _backlog.AddNotice(note);
        _clock.Signal();
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

    /// <summary>Whether it delivers, as others may see it.</summary>
    public RouteHealth Describe() => _health.Describe(_windows.Hold(_clock.Now), _time.GetUtcNow());

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync().ConfigureAwait(false);
        _clock.Signal();
        await _running.ConfigureAwait(false);
        _departures.Refuse(_backlog.TakeRest(), DropReason.Closed);
        _backlog.CloseAll(DropReason.Closed);
        _clock.Dispose();
        _stopping.Dispose();
    }

    private async Task RunAsync()
    {
        while (!_stopping.IsCancellationRequested)
        {
            try
            {
                await TakeAsync(_planner.Next()).ConfigureAwait(false);
            }
#pragma warning disable CA1031 // a defect of ours must show in the log and the ledger, not as silence
            catch (Exception exception)
#pragma warning restore CA1031
            {
                await RestartAsync(exception).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Goes on after a defect with all there is. What it failed of is tried in parts, and what it fails of alone
    /// is given up.</summary>
    private async Task RestartAsync(Exception exception)
    {
        _departures.Refuse(_backlog.Recover(), DropReason.Undeliverable);
        if (!_hasToldDefect)
        {
            _hasToldDefect = true;
            _log.LaneFailed(_name, exception.GetType().Name);
        }

        var until = _clock.Now + _restart;
        _restart = _restart * 2 < s_longestRestart ? _restart * 2 : s_longestRestart;
        while (_clock.Now < until && !_stopping.IsCancellationRequested)
        {
            await _clock.WaitAsync(until - _clock.Now).ConfigureAwait(false);
        }
    }

    private Task TakeAsync(LaneStep step)
    {
        switch (step)
        {
            case LaneStep.Wait wait:
                return _clock.WaitAsync(wait.For);
            case LaneStep.Post post:
                return PostAsync(post.Copies, post.Criticals);
            case LaneStep.Edit edit:
                return EditAsync(edit.Message);
            case LaneStep.Tell:
                return TellAsync();
            case LaneStep.Identify:
                return IdentifyAsync();
            case LaneStep.Move move:
                _departures.Move(move.Copies);
                return Task.CompletedTask;
            case LaneStep.GiveUp giveUp:
                _departures.GiveUp(giveUp.Copies, giveUp.Reason);
                return Task.CompletedTask;
            default:
                throw new InvalidOperationException();
        }
    }

    private async Task IdentifyAsync()
    {
        var response = await _sender.IdentifyAsync(() => _backlog.IsCriticalWaiting).ConfigureAwait(false);
        var now = _clock.Now;
        _planner.IdentifyAt = response.Kind == ResponseKind.Confirmed ? null : now + PauseAfter(response);
        switch (response.Kind)
        {
            case ResponseKind.Confirmed when _health.IsDead:
                _health.Revive();
                _log.WebhookIsBack(_name);
                break;
            case ResponseKind.Postponed when _health.IsDead:
                _health.ProbeAgain(now + s_identifyAgain);
                break;
            case ResponseKind.Dead:
            case not ResponseKind.Confirmed when _health.IsDead:
                Bury(response);
                break;
        }
    }

    private static TimeSpan PauseAfter(WebhookResponse response)
        => response.RetryAfter is { } asked && asked > s_identifyAgain ? asked : s_identifyAgain;

    private async Task PostAsync(IReadOnlyList<AlertCopy> copies, long criticals)
    {
        var shown = copies.Select(copy => copy.Show()).ToArray();
        var isCritical = copies.Any(copy => copy.Level == LogLevel.Critical);
        var payload = Compose(shown, MessageFrames.Of(copies));
        var response = await _sender.PostAsync(payload, isCritical, IsOvertaken).ConfigureAwait(false);
        var refused = _backlog.SettlePost(copies, shown, response, _stopping.IsCancellationRequested);
        Heed(response, copies.Count, IsOvertaken());
        if (refused.Count > 0)
        {
            _log.AlertRejected(_name, response.Status, response.Code, refused.Count);
            _departures.Refuse(refused, DropReason.Rejected);
        }

        // Another Critical than those of the message: they go together, and neither waits for the other.
        bool IsOvertaken() => isCritical ? _backlog.Criticals != criticals : _backlog.IsCriticalWaiting;
    }

    private async Task EditAsync(LiveMessage message)
    {
        var shown = message.Copies.Select(copy => copy.Show()).ToArray();
        var payload = DiscordPayload.CreateEdit(shown, MessageFrames.Of(message.Copies));
        var response = await _sender.EditAsync(message.Id, payload).ConfigureAwait(false);
        _backlog.SettleEdit(message, shown, response, _clock.Now);
        if (response.Kind == ResponseKind.Dead)
        {
            Bury(response);
        }
    }

    private async Task TellAsync()
    {
        var (notice, losses) = _backlog.TakeWords();
        _planner.ToldAt = notice is null ? _clock.Now : _planner.ToldAt;
        var note = notice ?? _notes.Tell(losses);
        var shown = new ShownAlert(note, new AlertCounter(1, default, 0));
        var response = await _sender
            .PostAsync(Compose([shown], _frame), isCritical: false, () => _backlog.IsCriticalWaiting)
            .ConfigureAwait(false);
        if (response.Kind is not (ResponseKind.Confirmed or ResponseKind.Rejected))
        {
            _backlog.PutBackWords(notice, losses);
        }

        Heed(response, alerts: 0, _backlog.IsCriticalWaiting);
    }

    private MessageBody Compose(ReadOnlySpan<ShownAlert> shown, MessageFrame frame)
    {
        try
        {
            return DiscordPayload.Create(shown, frame);
        }
        catch
        {
            _windows.GiveBack(RequestKind.Post, _clock.Now);
            throw;
        }
    }

    /// <summary>Draws the conclusions from a post's answer that concern the whole lane. Without the backlog's lock: a
    /// logger is the user's code, and may read the ledger.</summary>
    private void Heed(WebhookResponse response, int alerts, bool isOvertaken)
    {
        _restart = s_firstRestart;
        _log.Tell(_name, response, alerts);
        if (response.Kind == ResponseKind.Dead)
        {
            Bury(response);
        }
        else if (response.Kind == ResponseKind.Transient && !isOvertaken)
        {
            _health.Hold(_clock.Now, isFirst: response.MayHaveArrived);
        }
    }

    private void Bury(WebhookResponse response)
    {
        if (_health.Die(response, _clock.Now))
        {
            if (DiscordCodes.IsRouting(response.Code))
            {
                _log.TellRouting(_name, response.Code);
            }
            else
            {
                _log.WebhookIsDead(_name, response.Status, response.Code);
            }

            _chain.TellElsewhere(this, _notes.TellOfDeath(_chain.RoutesOf(this), response.Reason));
        }
    }
}
