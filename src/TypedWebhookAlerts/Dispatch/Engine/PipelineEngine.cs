using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.Capture;
using TypedWebhookAlerts.Delivery;
using TypedWebhookAlerts.Rendering;

namespace TypedWebhookAlerts.Dispatch;

/// <summary>What runs behind a started pipeline: the pump, the routes, their lanes and the connection.</summary>
internal sealed class PipelineEngine : IAsyncDisposable
{
    private readonly MeasuredPipeline _measured;
    private readonly RouteChecks _checks;
    private readonly HealthReport _health;
    private readonly EngineLedger _ledger;
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
    private readonly PipelineFlushes _flushes;
    private readonly SuddenEnd _suddenEnd;
    private readonly OrderlyEnd _orderlyEnd;
    private readonly ILogger _log;
    private volatile RouteTable _routes;

    public PipelineEngine(
        WebhookAlertOptions options,
        AlertStates states,
        AlertRingBuffer? formerRing,
        AlertRingBuffer ring,
        OwedEnds owed,
        DormantClock dormant)
    {
        _log = GuardedLogger.Of(options.LoggerFactory);
        var refused = RefusedRequests(options, _log);
        _formatters = new AlertFormatters(options, _log);
        _channels = new ChannelWindows(options.MaxRequestsPerMinute, refused, _log);
        TimeProvider = options.TimeProvider;
        var losses = new RecentCounts(TimeProvider, Enum.GetValues<DropReason>().Length);
        var moves = new RecentCounts(TimeProvider);
        var counters = new OutcomeCounters(recent: losses);
        _states = states;
        _sender = new WebhookSender(options);
        _fallback = new FallbackLog(options.Fallback, options.ContentRoot, options.TimeProvider, _log);
        _chain = new FallbackChain(_fallback, _log, moves);
        _unrouted = new FallbackWriter(_chain, counters, options.MaxQueuedBytes);
        _routing = new Routing(CreateLane);
        _reloads = new ReloadNotes(options, _log);
        _spill = new FallbackSpill(() => _routing.Lanes, _unrouted, _fallback);
        _crash = new CrashFlush(() => _routing.Lanes, _spill) { Timeout = options.CrashFlushTimeout };
        _routes = new RouteTable(options, _routing.Route(options, former: null), _log);
        _routes.TellRoutesThatAreOff(Path.GetFileName(_fallback.Path));
        _chain.Links = _routes.Link(_chain.Links);
        _rules = new AlertRules(options, _routes.IsOn);
        _dispatcher = new AlertDispatcher(
            options, _formatters.CreateForPump(_routes.Frames), states, _routes, _unrouted, counters, _log);
        _pump = new AlertPump(formerRing, ring, owed, states, _dispatcher, dormant, options.TimeProvider);
        _checks = new RouteChecks(() => _routes, _sender, TimeProvider, _log);
        _flushes = new PipelineFlushes(_pump, _routing, _chain, _unrouted);
        _suddenEnd = new SuddenEnd(_pump, _flushes, _spill, _crash, refused);
        _orderlyEnd = new OrderlyEnd(_pump, _flushes, _routing, _spill, _sender, refused, TimeProvider);
        _health = new HealthReport(_pump, () => _routes, _chain, losses, moves, states, TimeProvider);
        _ledger = new EngineLedger(_pump, _dispatcher, _routing, _unrouted, states, counters);
        _measured = new MeasuredPipeline(counters, () => _routing.Accounts, states, ring);
    }

    public TimeProvider TimeProvider { get; }

    public int Lanes => _routing.Lanes.Count;

    /// <summary>Whether everything waits for a call or for the clock, but so many lanes whose requests do.</summary>
    public bool IsRestingBut(int requests)
        => _orderlyEnd.IsOver
            || (!_orderlyEnd.IsAtWork && IsWaitingBut(requests));

    private bool IsWaitingBut(int requests)
        => !_flushes.WaitsForPump
            && _pump.IsResting
            && _unrouted.IsResting
            && !_flushes.IsAboutToGoOn
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
        _formatters.Configure(options);
        var routes = new RouteTable(options, _routing.Route(options, former), _log);
        _channels.Configure(options.MaxRequestsPerMinute);
        _sender.Configure(options);
        _fallback.Configure(options.Fallback);
        _unrouted.Configure(options.MaxQueuedBytes);
        _crash.Timeout = options.CrashFlushTimeout;
        foreach (var lane in _routing.Lanes)
        {
            lane.Configure(options, _formatters.CreateForLane());
        }

        _chain.Links = routes.Link(_chain.Links);
        _routes = routes;
        _dispatcher.Configure(options, _formatters.CreateForPump(routes.Frames), routes);
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
        => new(url, frame, options, TimeProvider, _sender, _channels, _chain, _formatters.CreateForLane(), _log);

    /// <summary>Sends what there is without gathering.</summary>
    /// <returns>Whether all of it is settled by then.</returns>
    public async Task<bool> FlushAsync(TimeSpan timeout, CancellationToken cancellation)
    {
        try
        {
            await _flushes.RunAsync().WaitAsync(timeout, TimeProvider, cancellation).ConfigureAwait(false);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    /// <summary>Sends without gathering, and nobody waits for it.</summary>
    public void BeginFlush() => _ = _flushes.RunAsync();

    /// <summary>Writes what is pending into the fallback file, and goes on.</summary>
    public void Keep(string reason) => _spill.Write(reason);

    /// <summary>Sends or keeps what it has, on the calling thread: the process probably ends then.</summary>
    /// <param name="reason">What ends it.</param>
    public void EndWithProcess(string reason) => _suddenEnd.Exit(reason);

    /// <summary>Keeps what it can in a process that dies when this returns.</summary>
    public void Crash() => _suddenEnd.Crash();

    public async ValueTask DisposeAsync()
    {
        try
        {
            await _orderlyEnd.RunAsync().ConfigureAwait(false);
        }
        finally
        {
            PipelineMeter.End(_measured);
        }
    }

    /// <summary>Asks each webhook for its name and channel.</summary>
    public Task<IReadOnlyList<RouteCheck>> VerifyAsync(CancellationToken cancellation)
        => _checks.AskAsync(isAnew: true, cancellation);

    /// <summary>Says in the log where the routes lead.</summary>
    public Task LogRoutesAsync() => _checks.LogAsync();

    public PipelineHealth DescribeHealth() => _health.Create();

    public AlertLedger CreateLedger() => _ledger.Create();

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
