using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.Capture;
using TypedWebhookAlerts.Delivery;
using TypedWebhookAlerts.Rendering;

namespace TypedWebhookAlerts.Dispatch;

/// <summary>What runs behind a started pipeline: the pump, the routes, their lanes and the connection.</summary>
internal sealed class PipelineEngine : IAsyncDisposable
{
    private static readonly TimeSpan s_disposePatience = TimeSpan.FromSeconds(5);

    /// <summary>How long the end waits for the pump, in real time: it takes a millisecond unless a user's code holds
    /// it.</summary>
    private static readonly TimeSpan s_drainPatience = TimeSpan.FromSeconds(1);

    /// <summary>How long the end waits for what is the user's: a logger, a handler, a disk. In real time, as above.</summary>
    private static readonly TimeSpan s_closePatience = TimeSpan.FromSeconds(5);

    private readonly OutcomeCounters _counters;
    private readonly MeasuredPipeline _measured;
    private readonly RouteChecks _checks;
    private readonly HealthReport _health;
    private readonly AlertStates _states;
    private readonly AlertFormatters _formatters;
    private readonly WebhookSender _sender;
    private readonly FallbackChain _chain;
    private readonly FallbackWriter _unrouted;
    private readonly AlertRules _rules;
    private readonly Routing _routing;
    private readonly ChannelWindows _channels;
    private readonly FallbackLog _fallback;
    private readonly ReloadNotes _reloads;
    private readonly AlertDispatcher _dispatcher;
    private readonly AlertPump _pump;
    private readonly FallbackSpill _spill;
    private readonly CrashFlush _crash;
    private readonly Lock _crashGate = new();
    private readonly InvalidRequestBudget _refused;
    private readonly ILogger _log;
    private readonly ConcurrentDictionary<Task, byte> _laneFlushes = [];
    private volatile RouteTable _routes;
    private int _flushesOnTheWay;
    private int _endings;
    private bool _hasCrashed;

    public PipelineEngine(
        WebhookAlertOptions options,
        AlertStates states,
        AlertRingBuffer? formerRing,
        AlertRingBuffer ring,
        OwedEnds owed,
        DormantClock dormant)
    {
        _log = GuardedLogger.Of(options.LoggerFactory);
        _refused = RefusedRequests(options, _log);
        _formatters = new AlertFormatters(options.TimeProvider, _log);
        _channels = new ChannelWindows(options.MaxRequestsPerMinute, _refused, _log);
        TimeProvider = options.TimeProvider;
        var losses = new RecentCounts(TimeProvider, Enum.GetValues<DropReason>().Length);
        var moves = new RecentCounts(TimeProvider);
        _counters = new OutcomeCounters(recent: losses);
        _states = states;
        _sender = new WebhookSender(options);
        _fallback = new FallbackLog(options.Fallback, options.ContentRoot, options.TimeProvider, _log);
        _chain = new FallbackChain(_fallback, _log, moves);
        _unrouted = new FallbackWriter(_chain, _counters, options.MaxQueuedBytes);
        _routing = new Routing(CreateLane);
        _reloads = new ReloadNotes(options, _log);
        _spill = new FallbackSpill(() => _routing.Lanes, _unrouted, _fallback);
        _crash = new CrashFlush(() => _routing.Lanes, _spill) { Timeout = options.CrashFlushTimeout };
        _routes = new RouteTable(options, _routing.Route(options, former: null), _log);
        _routes.TellRoutesThatAreOff(Path.GetFileName(_fallback.Path));
        _chain.Links = _routes.Link(_chain.Links);
        _rules = new AlertRules(options, _routes.IsOn);
        _dispatcher = new AlertDispatcher(
            options, _formatters.CreateForPump(options, _routes.Frames), states, _routes, _unrouted, _counters, _log);
        _pump = new AlertPump(formerRing, ring, owed, states, _dispatcher, dormant, options.TimeProvider);
        _checks = new RouteChecks(() => _routes, _sender, TimeProvider, _log);
        _health = new HealthReport(_pump, () => _routes, _chain, losses, moves, states, TimeProvider);
        _measured = new MeasuredPipeline(_counters, () => _routing.Accounts, states, ring);
    }

    public TimeProvider TimeProvider { get; }

    public int Lanes => _routing.Lanes.Count;

    /// <summary>Whether everything waits for a call or for the clock, but so many lanes whose requests do.</summary>
    public bool IsRestingBut(int requests)
        => Volatile.Read(ref _flushesOnTheWay) == 0
            && _pump.IsResting
            && _unrouted.IsResting
            && !_laneFlushes.Keys.Any(flush => flush.IsCompleted)
            && !_routing.Lanes.Any(lane => lane.IsHurried)
            && _routing.Lanes.Count(lane => !lane.IsResting) == requests;

    public void Start(bool isAmbient)
    {
        if (!isAmbient)
        {
            _log.SecondPipeline();
        }

        PipelineMeter.Add(_measured);
        _states.Configure(_rules.SettingsOf, isStart: true);
        _routing.Start();
        _pump.Start();
    }

    /// <summary>Has the pump take other options.</summary>
    public void Reconfigure(WebhookAlertOptions options) => _pump.Reload(() => Take(options));

    private void Take(WebhookAlertOptions options)
    {
        var former = _routes;
        var routes = new RouteTable(options, _routing.Route(options, former), _log);
        _channels.Configure(options.MaxRequestsPerMinute);
        _sender.Timeout = options.RequestTimeout;
        _fallback.Configure(options.Fallback);
        _unrouted.Configure(options.MaxQueuedBytes);
        _crash.Timeout = options.CrashFlushTimeout;
        foreach (var lane in _routing.Lanes)
        {
            lane.Configure(options, _formatters.CreateForLane(options));
        }

        _chain.Links = routes.Link(_chain.Links);
        _routes = routes;
        _dispatcher.Configure(options, _formatters.CreateForPump(options, routes.Frames), routes);
        HandOver(former, routes);
        former.Leave(routes, _dispatcher.IncidentCopies());
        _routing.Start();
        _states.Configure(new AlertRules(options, routes.IsOn).SettingsOf, isStart: false);
        _reloads.Tell(options);
        routes.TellRoutesThatAreOff(Path.GetFileName(_fallback.Path), former);
    }

    /// <summary>Lets what waits follow its routes, before their lanes are given what is newer.</summary>
    private void HandOver(RouteTable former, RouteTable routes)
    {
        var left = former.Routes.Where(route => routes.TryFind(route.Name, out var now) && now.Lane != route.Lane)
            .Select(route => route.Lane)
            .Concat(_routing.Lanes.Except(routes.Lanes))
            .Distinct();
        foreach (var lane in left)
        {
            lane.HandOver();
        }
    }

    private DeliveryLane CreateLane(WebhookUrl url, MessageFrame frame, WebhookAlertOptions options)
        => new(url, frame, options, TimeProvider, _sender, _channels, _chain, _formatters.CreateForLane(options), _log);

    public async Task FlushAsync()
    {
        var (moves, lanes) = await BeginFlushAsync().ConfigureAwait(false);
        await lanes.ConfigureAwait(false);

        // What moved meanwhile may be in a lane that had nothing to wait for; no alert moves through more routes.
        for (var i = 0; i < _routing.Lanes.Count && moves != _chain.Moves; i++)
        {
            moves = _chain.Moves;
            await FlushLanesAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Has the lanes flush what they have once all that was raised before is in them.</summary>
    private async Task<(long Moves, Task Lanes)> BeginFlushAsync()
    {
        Interlocked.Increment(ref _flushesOnTheWay);
        try
        {
            await _pump.DrainAsync().ConfigureAwait(false);
            return (_chain.Moves, FlushLanesAsync());
        }
        finally
        {
            Interlocked.Decrement(ref _flushesOnTheWay);
        }
    }

    private async Task FlushLanesAsync()
    {
        var lanes = Task.WhenAll(_routing.Lanes.Select(lane => lane.FlushAsync()).Append(_unrouted.Written));
        _laneFlushes.TryAdd(lanes, 0);
        await lanes.ConfigureAwait(false);
        _laneFlushes.TryRemove(lanes, out _);
    }

    /// <summary>Sends without gathering, and nobody waits for it.</summary>
    public void BeginFlush() => _ = FlushAsync();

    /// <summary>Writes what is pending into the fallback file, and goes on.</summary>
    public void Keep(string reason) => _spill.Write(reason);

    /// <summary>Flushes on the calling thread for at most 5 seconds, and writes what is left into the fallback file: the
    /// process probably ends then.</summary>
    /// <param name="reason">What ends it.</param>
    public void EndWithProcess(string reason)
    {
        try
        {
            // Who asks a second time is out of patience.
            var patience = Interlocked.Increment(ref _endings) == 1 ? s_disposePatience : TimeSpan.Zero;
            _pump.DrainAsync(isEnd: true).Wait(s_drainPatience);
            if (!FlushAsync().Wait(patience))
            {
                _spill.Write(reason);
            }

            _refused.Save();
        }
#pragma warning disable CA1031 // nobody is left to be told, and the end of the process must not become a crash
        catch (Exception)
#pragma warning restore CA1031
        {
        }
        finally
        {
            Interlocked.Decrement(ref _endings);
        }
    }

    /// <summary>Keeps what it can in a process that dies when this returns.</summary>
    public void Crash()
    {
        // Another thread may die meanwhile: it waits, as its return would end the process.
        lock (_crashGate)
        {
            if (_hasCrashed)
            {
                return;
            }

            _hasCrashed = true;
            try
            {
                _pump.DrainAsync(isEnd: true).Wait(s_drainPatience);
                _crash.Run();
                _refused.Save();
            }
#pragma warning disable CA1031 // as above
            catch (Exception)
#pragma warning restore CA1031
            {
            }
        }
    }

    /// <summary>Takes what is in the closed ring, flushes for at most 5 seconds, and drops the rest: into the fallback
    /// file, if there is one.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await EndAsync().ConfigureAwait(false);
        }
        finally
        {
            PipelineMeter.End(_measured);
        }
    }

    private async Task EndAsync()
    {
        _pump.Stop();
        if (!await EndsWithinAsync(FlushAsync(), s_disposePatience, TimeProvider).ConfigureAwait(false))
        {
            _pump.GiveUp();

            // What it still takes out of the ring is left, too.
            await EndsWithinAsync(_pump.DrainAsync(), s_drainPatience, TimeProvider.System).ConfigureAwait(false);
        }

        // Before the lanes give up what is under way, and with none that begins another request meanwhile.
        foreach (var lane in _routing.Lanes)
        {
            lane.Seize();
        }

        if (!await EndsWithinAsync(Task.Run(CloseAsync), s_closePatience, TimeProvider.System).ConfigureAwait(false))
        {
            foreach (var lane in _routing.Lanes)
            {
                lane.Abandon();
            }
        }
    }

    private async Task CloseAsync()
    {
        _spill.Write("Closed");
        await Task.WhenAll(_routing.Lanes.Select(lane => lane.StopAsync())).ConfigureAwait(false);
        _spill.MarkDelivered();
        foreach (var lane in _routing.Lanes)
        {
            await lane.DisposeAsync().ConfigureAwait(false);
        }

        _pump.Dispose();
        _sender.Dispose();
        _refused.Save();
    }

    /// <summary>Asks each webhook for its name and channel.</summary>
    public Task<IReadOnlyList<RouteCheck>> VerifyAsync(CancellationToken cancellation)
        => _checks.AskAsync(isAnew: true, cancellation);

    /// <summary>Says in the log where the routes lead.</summary>
    public Task LogRoutesAsync() => _checks.LogAsync();

    public PipelineHealth DescribeHealth()
        => _health.Create();

    public AlertLedger CreateLedger()
        => _pump.Freeze(inRing =>
        {
            var copies = _routing.Lanes.SelectMany(lane => lane.Snapshot())
                .Concat(_dispatcher.IncidentCopies())
                .Distinct()
                .ToList();
            var pendingOf = copies.ToLookup(copy => copy.Route, copy => copy.Pending);
            var routes = _routing.Accounts.ToDictionary(
                route => route.Name,
                route => LedgerBuilder.Create(route, pendingOf[route].Sum()),
                StringComparer.OrdinalIgnoreCase);
            var pending = copies.Select(copy => copy.Account).Distinct().Sum(account => account.Pending) + _unrouted.Pending;
            return LedgerBuilder.Create(_states, _counters, inRing, pending, routes);
        });

    private static async Task<bool> EndsWithinAsync(Task task, TimeSpan patience, TimeProvider time)
    {
        try
        {
            await task.WaitAsync(patience, time).ConfigureAwait(false);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    private static InvalidRequestBudget RefusedRequests(WebhookAlertOptions options, ILogger log)
    {
        var refused = InvalidRequestBudget.Of(options.TimeProvider);
        if (!string.IsNullOrWhiteSpace(options.DataFolder))
        {
            refused.KeepIn(options.DataFolder, log);
        }

        return refused;
    }
}
