using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.Rendering;

namespace TypedWebhookAlerts.Delivery;

/// <summary>
/// Delivers to one webhook: gathers, packs, waits for its windows, posts, moves counters. One request is in flight at a
/// time, so that order needs no other care.
/// </summary>
internal sealed class DeliveryLane : IAsyncDisposable
{
    private static readonly TimeSpan s_firstRestart = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_longestRestart = TimeSpan.FromMinutes(1);

    private readonly CancellationTokenSource _stopping = new();
    private readonly LaneClock _clock;
    private readonly LaneBacklog _backlog;
    private readonly RateWindows _windows;
    private readonly LaneHealth _health;
    private readonly LaneSender _sender;
    private readonly LanePlanner _planner;
    private readonly LaneChecks _checks = new();
    private readonly LaneDepartures _departures;
    private readonly PostSettlement _posts;
    private readonly LaneParts _parts;
    private readonly LaneWork _work;
    private readonly FallbackChain _chain;
    private readonly TimeProvider _time;
    private readonly Action _signal;
    private readonly Action<AlertCopy> _enqueue;
    private readonly Func<AlertCopy, bool> _hasLeft;
    private readonly string _name;
    private readonly ILogger _log;
    private LaneReload? _reload;
    private TimeSpan _restart = s_firstRestart;
    private bool _hasToldFull;
    private bool _hasToldDefect;
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
        // As text: a log's sink may take objects apart, and this one knows the address.
        _name = url.ToString();
        Webhook = url.Webhook;
        _time = time;
        _log = log;
        _chain = chain;
        _clock = new LaneClock(time);

        // Once, and not for each alert.
        _signal = _clock.Signal;
        _enqueue = Return;
        _hasLeft = copy => chain.HasLeft(copy, this);
        _backlog = new LaneBacklog(options.MaxQueuedBytes, _clock);
        _windows = new RateWindows(channels, url.Id, _clock.Signal);
        _health = new LaneHealth(options, _clock);
        _sender = new LaneSender(
            url, () => chain.RoutesOf(this), sender, options.Retry, _windows, _health, _clock, _stopping.Token);
        _planner = new LanePlanner(options, _clock, _backlog, _windows, _health, chain, _checks, _hasLeft);
        _departures = new LaneDepartures(_backlog, chain);
        _posts = new PostSettlement(_backlog, _clock);
        _parts = new LaneParts
        {
            Lane = this,
            Name = _name,
            Frame = frame,
            Clock = _clock,
            Backlog = _backlog,
            Windows = _windows,
            Health = _health,
            Sender = _sender,
            Planner = _planner,
            Checks = _checks,
            Departures = _departures,
            Posts = _posts,
            Edits = new EditSettlement(_backlog, _clock),
            Chain = chain,
            Notes = new LaneNotes(formatter, time, options.MaxMessageLength),
            Log = log,
            Stopping = _stopping.Token,
        };
        _work = new LaneWork(_parts);
    }

    /// <summary>What lanes to several threads of one webhook have in common. Secret: compared, never shown.</summary>
    public string Webhook { get; }

    /// <summary>Whether the lane waits for its clock or a signal.</summary>
    public bool IsResting => _clock.IsResting;

    /// <summary>Whether it is about to give up a request for something more urgent.</summary>
    public bool IsHurried => _sender.IsHurried;

    /// <summary>Whether alerts of another route may move here: its webhook is there, and does not fail.</summary>
    public bool TakesOthers => _health.TakesOthers && !_stopping.IsCancellationRequested && !IsRetired;

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
        Volatile.Write(ref _reload, new LaneReload(options, formatter));
        _clock.Signal();
    }

    /// <summary>Gives what waits, and what may come back from a request, to the lanes that its routes lead to by now.
    /// Called by the pump, before it gives them what is newer.</summary>
    public void HandOver()
    {
        var leavers = _backlog.BeginTransit(_hasLeft);
        _backlog.EndTransit(_chain.HandOver(leavers, LaneArrival.HandedOver));
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
            _backlog.Retirement?.Heir?.TakeWords(_backlog.Words);
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
        var answer = _checks.Add(isAnew);
        _clock.Signal();
        return answer;
    }

    /// <summary>Whether it delivers, as others may see it.</summary>
    public RouteHealth Describe() => _health.Describe(_windows.Hold(_clock.Now), _time.GetUtcNow());

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
        _sender.Seize();
        lock (_backlog.Gate)
        {
            _backlog.IsSeized = true;
        }

        return new CrashSender(_backlog, _planner.Packer, _windows, _clock, (copies, shown, timeout)
            => _sender.Execute(DiscordPayload.Create(shown, MessageFrames.Of(copies)), timeout));
    }

    /// <summary>Ends the lane's work, and gives up the request that is under way.</summary>
    public async Task StopAsync()
    {
        if (!IsRetired)
        {
            await _stopping.CancelAsync().ConfigureAwait(false);
            _clock.Signal();
        }

        _checks.Close();
        await _running.ConfigureAwait(false);
    }

    /// <summary>Accounts for what there is, while something of the user's holds the lane up that does not end.</summary>
    public void Abandon() => _backlog.CloseAll(DropReason.Closed);

    public async ValueTask DisposeAsync()
    {
        await StopAsync().ConfigureAwait(false);
        if (Interlocked.Exchange(ref _isDisposed, true))
        {
            return;
        }

        _departures.Refuse(_backlog.TakeRest(), DropReason.Closed);
        _backlog.CloseAll(DropReason.Closed);
        _clock.Dispose();
        _stopping.Dispose();
    }

    private async Task RunAsync(Action<DeliveryLane> retired)
    {
        using var own = OwnFlow.Enter();
        while (!_stopping.IsCancellationRequested && !IsRetired)
        {
            try
            {
                TakeReload();
                var step = _planner.Next();
                await _work.TakeAsync(step).ConfigureAwait(false);
                _restart = step is LaneStep.Wait ? _restart : s_firstRestart;
            }
#pragma warning disable CA1031 // a defect of ours must show in the log and the ledger, not as silence
            catch (Exception exception)
#pragma warning restore CA1031
            {
                await RestartAsync(exception).ConfigureAwait(false);
            }
        }

        if (IsRetired)
        {
            retired(this);
        }
    }

    private void TakeReload()
    {
        if (Interlocked.Exchange(ref _reload, null) is { } reload)
        {
            var options = reload.Options;
            _backlog.Configure(options.MaxQueuedBytes);
            _windows.Configure(options.MaxRequestsPerMinute);
            _health.Configure(options);
            _sender.Configure(options.Retry);
            _planner.Configure(options);
            _parts.Notes = new LaneNotes(reload.Formatter, _time, options.MaxMessageLength);
        }
    }

    /// <summary>Takes back an incident that was set aside, and has news. The lane waits for it, if it is to end.</summary>
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

    /// <summary>Goes on after a defect with all there is. What it failed of is tried in parts, and what it fails of
    /// alone is given up.</summary>
    private async Task RestartAsync(Exception exception)
    {
        _departures.Refuse(_posts.Recover(), DropReason.Undeliverable);
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
}
