using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.Rendering;

namespace TypedWebhookAlerts.Delivery;

/// <summary>
/// Delivers to one webhook: gathers, packs, waits for its windows, posts, moves counters. One request is in flight at a
/// time, so that order needs no other care.
/// </summary>
internal sealed class DeliveryLane : IAsyncDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly LaneClock _clock;
    private readonly LaneBacklog _backlog;
    private readonly LaneParts _parts;
    private readonly LaneLoop _loop;
    private readonly TimeProvider _time;
    private readonly Action _signal;
    private readonly Action<AlertCopy> _enqueue;
    private readonly Func<AlertCopy, bool> _hasLeft;
    private bool _hasToldFull;
    private bool _isDisposed;
    private Task _running = Task.CompletedTask;

    /// <param name="url">The webhook, and the thread.</param>
    /// <param name="frame">The frame of the route that it is made for.</param>
    /// <param name="options">The pipeline's options.</param>
    /// <param name="time">The pipeline's clock, whatever the options say.</param>
    /// <param name="sender">The connection.</param>
    /// <param name="channels">The windows that lanes share.</param>
    /// <param name="chain">Where alerts go that it cannot show.</param>
    /// <param name="formatter">One of its own, for what it has to say itself.</param>
    /// <param name="log">The application's log.</param>
    public DeliveryLane(
        WebhookUrl url,
        MessageFrame frame,
        WebhookAlertOptions options,
        TimeProvider time,
        WebhookSender sender,
        ChannelWindows channels,
        FallbackChain chain,
        DiscordFormatter formatter,
        ILogger log)
    {
        Webhook = url.Webhook;
        _time = time;
        _clock = new LaneClock(time);

        // Once, and not for each alert.
        _signal = _clock.Signal;
        _enqueue = Return;
        _hasLeft = copy => chain.HasLeft(copy, this);
        _backlog = new LaneBacklog(options.MaxQueuedBytes, _clock);
        var windows = new RateWindows(channels, url.Id, _clock.Signal);
        var health = new LaneHealth(options, _clock);
        var checks = new LaneChecks();
        _parts = new LaneParts
        {
            Lane = this,

            // As text: a log's sink may take objects apart, and this one knows the address.
            Name = url.ToString(),
            Frame = frame,
            Clock = _clock,
            Backlog = _backlog,
            Windows = windows,
            Health = health,
            Sender = new LaneSender(
                url, () => chain.RoutesOf(this), sender, options.Retry, windows, health, _clock, _stopping.Token),
            Planner = new LanePlanner(options, _clock, _backlog, windows, health, chain, checks, _hasLeft),
            Checks = checks,
            Departures = new LaneDepartures(_backlog, chain),
            Posts = new PostSettlement(_backlog, _clock),
            Edits = new EditSettlement(_backlog, _clock),
            Chain = chain,
            Notes = new LaneNotes(formatter, time, options.MaxMessageLength),
            Log = log,
            Stopping = _stopping.Token,
        };
        _loop = new LaneLoop(_parts);
    }

    /// <summary>What lanes to several threads of one webhook have in common. Secret: compared, never shown.</summary>
    public string Webhook { get; }

    /// <summary>Whether the lane waits for its clock or a signal.</summary>
    public bool IsResting => _clock.IsResting;

    /// <summary>Whether it is about to give up a request for something more urgent.</summary>
    public bool IsHurried => _parts.Sender.IsHurried;

    /// <summary>Whether alerts of another route may move here: its webhook is there, and does not fail.</summary>
    public bool TakesOthers => _parts.Health.TakesOthers && !_stopping.IsCancellationRequested && !IsRetired;

    /// <summary>Whether no route leads to it any more, and it has ended by itself.</summary>
    public bool IsRetired => _backlog.IsRetired;

    /// <summary>Starts the lane, outside the flow of whoever starts it: its ambient values, an Activity among them, are
    /// not the lane's.</summary>
    /// <param name="retired">Called when it has ended by itself.</param>
    public void Start(Action<DeliveryLane> retired)
    {
        AsyncFlowControl? suppressed = ExecutionContext.IsFlowSuppressed() ? null : ExecutionContext.SuppressFlow();
        _running = Task.Run(() => RunAsync(retired));
        suppressed?.Undo();
    }

    /// <summary>Takes an alert. The lane is woken for a Critical and for a full message; for less, by
    /// <see cref="Announce"/>: alerts that were raised together are sent together.</summary>
    /// <returns>False when the lane has retired, which does not touch the alert.</returns>
    public bool Enqueue(AlertCopy copy, LaneArrival arrival = LaneArrival.Raised)
    {
        copy.Changed = _signal;
        copy.Requeue = _enqueue;
        if (!_backlog.TryAdd(copy, arrival, out var isToBeWoken, out var hasDropped))
        {
            return false;
        }

        if (copy.Level == LogLevel.Critical)
        {
            _parts.Health.EndHold();
            _parts.Sender.Hurry();
        }

        if (isToBeWoken)
        {
            _clock.Signal();
        }

        if (hasDropped && !_hasToldFull)
        {
            _hasToldFull = true;
            _parts.Log.QueueFull(_parts.Name);
        }

        return true;
    }

    /// <summary>Wakes the lane if it was given alerts that it has not been told of.</summary>
    public void Announce()
    {
        if (_backlog.TakeUnannounced())
        {
            _clock.Signal();
        }
    }

    /// <summary>Takes other options, between two requests.</summary>
    /// <param name="options">The options.</param>
    /// <param name="formatter">One of its own, for what it has to say itself.</param>
    public void Configure(WebhookAlertOptions options, DiscordFormatter formatter)
    {
        _loop.Reload(new LaneReload(options, new LaneNotes(formatter, _time, options.MaxMessageLength)));
        _clock.Signal();
    }

    /// <summary>Gives what waits, and what may come back from a request, to the lanes that its routes lead to by now.
    /// Called by the pump, before it gives them what is newer.</summary>
    public void HandOver()
    {
        var leavers = _backlog.BeginTransit(_hasLeft);
        _backlog.EndTransit(_parts.Chain.HandOver(leavers, LaneArrival.HandedOver));
        _clock.Signal();
    }

    /// <summary>Ends by itself when all it has is settled: no route leads here any more.</summary>
    /// <param name="heir">The lane that one of them leads to now; null if there is none.</param>
    /// <param name="incidents">The incidents that are for it.</param>
    public void Retire(DeliveryLane? heir, IEnumerable<AlertCopy> incidents)
    {
        _backlog.Retire(heir, incidents);
        _clock.Signal();
    }

    /// <summary>Goes on after all.</summary>
    /// <returns>False when it has ended already.</returns>
    public bool TryReturn() => _backlog.TryReturn();

    /// <summary>Posts a message of the library's own, which is no alert.</summary>
    public void Tell(RenderedAlert note)
    {
        _backlog.Words.Add(note);
        _clock.Signal();
    }

    /// <summary>Tells what another lane had to tell, which has ended.</summary>
    public void TakeWords(LaneWords words)
    {
        words.GiveTo(_backlog.Words);
        _clock.Signal();
        if (IsRetired)
        {
            _backlog.Retirement.Heir?.TakeWords(_backlog.Words);
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

    /// <summary>Asks the webhook for its name and channel.</summary>
    /// <param name="isAnew">Whether the answer to the lane's last question will not do.</param>
    /// <returns>What it answered, or why it did not; a lane that is busy with a message asks after it.</returns>
    public Task<WebhookResponse> CheckAsync(bool isAnew)
    {
        var answer = _parts.Checks.Add(isAnew);
        _clock.Signal();
        return answer;
    }

    /// <summary>Whether it delivers, as others may see it.</summary>
    public RouteHealth Describe() => _parts.Health.Describe(_parts.Windows.Hold(_clock.Now), _time.GetUtcNow());

    /// <summary>The alerts of the request that is under way.</summary>
    public IReadOnlyList<AlertCopy> InFlight()
    {
        lock (_backlog.Gate)
        {
            return _backlog.InFlight;
        }
    }

    /// <summary>Takes the sending out of the lane's hands: it begins no request any more.</summary>
    /// <returns>What sends in its place, if anything is to be sent.</returns>
    public CrashSender Seize()
    {
        _parts.Sender.Seize();
        lock (_backlog.Gate)
        {
            _backlog.IsSeized = true;
        }

        return new CrashSender(_backlog, _parts.Planner.Packer, _parts.Windows, _clock, (copies, shown, timeout)
            => _parts.Sender.Execute(DiscordPayload.Create(shown, MessageFrames.Of(copies)), timeout));
    }

    /// <summary>Ends the lane's work, and gives up the request that is under way.</summary>
    public async Task StopAsync()
    {
        if (!IsRetired)
        {
            await _stopping.CancelAsync().ConfigureAwait(false);
            _clock.Signal();
        }

        _parts.Checks.Close();
        await _running.ConfigureAwait(false);
    }

    /// <summary>Accounts for what there is, while something of the user's holds the lane up that does not
    /// end.</summary>
    public void Abandon() => _backlog.CloseAll(DropReason.Closed);

    public async ValueTask DisposeAsync()
    {
        await StopAsync().ConfigureAwait(false);
        if (Interlocked.Exchange(ref _isDisposed, true))
        {
            return;
        }

        _parts.Departures.Refuse(_backlog.TakeRest(), DropReason.Closed);
        _backlog.CloseAll(DropReason.Closed);
        _clock.Dispose();
        _stopping.Dispose();
    }

    private async Task RunAsync(Action<DeliveryLane> retired)
    {
        using var own = OwnFlow.Enter();
        await _loop.RunAsync().ConfigureAwait(false);
        if (IsRetired)
        {
            retired(this);
        }
    }

    /// <summary>Takes back an incident that was set aside, and has news. The lane waits for it, if it is to
    /// end.</summary>
    private void Return(AlertCopy copy)
    {
        if (Enqueue(copy))
        {
            // The pump wakes only the lanes that routes lead to.
            Announce();
        }
        else
        {
            copy.Account.Close(copy, DropReason.NoRoute);
        }
    }
}
