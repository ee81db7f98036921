using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.Capture;
using TypedWebhookAlerts.Delivery;
using TypedWebhookAlerts.Rendering;

namespace TypedWebhookAlerts.Dispatch;

/// <summary>What the pump does with a captured alert: fold it into an equal one, or render it and hand it to its
/// routes.</summary>
internal sealed class AlertDispatcher
{
    private readonly CoalescingKey _key = new();
    private readonly Coalescer _coalescer = new();
    private readonly FollowerRoom _followers = new();
    private readonly AlertStates _states;
    private readonly FallbackWriter _unrouted;
    private readonly OutcomeCounters _counters;
    private readonly OpenIncidents _incidents;
    private readonly RecordRenderer _renderer;
    private readonly UnknownOverrides _overrides;
    private readonly ILogger _log;
    private readonly ILoggerFactory? _loggers;
    private AlertLog? _alertLog;
    private volatile bool _isLogging;
    private DiscordFormatter _formatter;
    private RouteTable _routes;
    private TimeSpan _window;
    private TimeSpan _openAfter;
    private bool _hasToldDefect;

    public AlertDispatcher(
        WebhookAlertOptions options,
        DiscordFormatter formatter,
        AlertStates states,
        RouteTable routes,
        FallbackWriter unrouted,
        OutcomeCounters counters,
        ILogger log)
    {
        _states = states;
        _unrouted = unrouted;
        _counters = counters;
        _incidents = new OpenIncidents(counters, unrouted);
        _renderer = new RecordRenderer(states, log);
        _overrides = new UnknownOverrides(log);
        _log = log;
        _loggers = options.LoggerFactory;
        Configure(options, formatter, routes);
    }

    /// <summary>When something is to be done though nothing is raised, by the pump's clock.</summary>
    public TimeSpan NextDue => _incidents.NextDue;

    /// <summary>Takes the options, between two alerts.</summary>
    [MemberNotNull(nameof(_formatter), nameof(_routes))]
    public void Configure(WebhookAlertOptions options, DiscordFormatter formatter, RouteTable routes)
    {
        _window = options.CoalesceWindow;
        _openAfter = options.OpenAfter;
        _overrides.Configure(options);
        _alertLog = AlertLog.Create(options, _loggers, formatter.Redactor, formatter.Classification, _alertLog);
        _incidents.Redactor = formatter.Redactor;
        _formatter = formatter;
        _routes = routes;
        _incidents.Turn(routes);
    }

    /// <summary>Whether an alert is being written to the log: it has its account already, and is in the ring still. A
    /// logger may hang there, or ask for the ledger.</summary>
    public bool IsLogging => _isLogging;

    /// <summary>Dispatches one alert. One that cannot be, by a defect of ours, is dropped: those behind it go
    /// on.</summary>
    /// <param name="record">The captured alert.</param>
    /// <param name="moment">When it was raised.</param>
    public void Dispatch(in AlertRecord record, in AlertMoment moment)
    {
        var accepted = _counters.Accepted;
        try
        {
            Take(record, moment);
        }
        catch (Exception exception)
        {
            // It may have been counted already; nobody but the pump, which is here, accepts.
            _counters.Accept(_states.Get(record.Descriptor).Level, accepted + 1 - _counters.Accepted);
            Drop(record, DropReason.Undeliverable);
            _log.DispatchFailed(record.Descriptor.Name, exception.GetType().Name);
        }

        if (_alertLog is not null && record.Tracker is not IncidentMessage)
        {
            _isLogging = true;
            _alertLog.Write(record, _states.Get(record.Descriptor).Level, moment.At);
            _isLogging = false;
        }
    }

    /// <summary>Says, once, that the pump met a defect.</summary>
    public void TellDefect(Exception exception)
    {
        if (!_hasToldDefect)
        {
            _hasToldDefect = true;
            _log.PumpFailed(exception.GetType().Name);
        }
    }

    /// <summary>Takes what an incident is told.</summary>
    /// <param name="message">Whose it is.</param>
    /// <param name="news">The alert that tells it.</param>
    /// <param name="text">The caller's words.</param>
    /// <param name="moment">When it was told.</param>
    public void Tell(IncidentMessage message, AlertDescriptor news, AlertText text, in AlertMoment moment)
    {
        var state = _states.Get(news);
        _incidents.Tell(message, state.Level, text, moment, state.TakeUntoldRefusals());
        _alertLog?.Write(message, news, text, moment.At);
    }

    /// <summary>Ends a run of alerts that were taken together: now the lanes may begin.</summary>
    public void EndRun()
    {
        _incidents.EndRun();
        Announce();
    }

    /// <summary>Shows the incidents that have lasted long enough.</summary>
    public void ShowDue(TimeSpan now)
    {
        _incidents.ShowDue(now);
        Announce();
    }

    /// <summary>Shows every incident, however short: somebody waits for all there is.</summary>
    public void ShowAll() => ShowDue(TimeSpan.MaxValue);

    /// <summary>Says of every open incident that the application stops.</summary>
    public void Stop(DateTimeOffset at)
    {
        _incidents.Stop(at);
        Announce();
    }

    /// <summary>The incidents' copies, which may be in no lane.</summary>
    public IReadOnlyList<AlertCopy> IncidentCopies() => _incidents.Copies();

    private void Take(in AlertRecord record, in AlertMoment moment)
    {
        if (record.Tracker is IncidentMessage message)
        {
            var reader = record.CreateReader();
            Tell(message, record.Descriptor, reader.ReadText(), moment);
            return;
        }

        _overrides.Look(record.Descriptor);
        var state = _states.Get(record.Descriptor);
        var routes = _routes.Resolve(state);
        if (routes.Length == 0)
        {
            Keep(record, state, moment.At);
            return;
        }

        var refused = state.TakeUntoldRefusals();
        if (TryFold(record, state.Level, routes, moment, refused))
        {
            _counters.Accept(state.Level);
            return;
        }

        if (TryRender(record, moment.At, out var rendered))
        {
            Enqueue(record, state, routes, rendered, moment, refused);
        }
    }

    private bool TryFold(
        in AlertRecord record, LogLevel level, Route[] routes, in AlertMoment moment, long refused)
    {
        if (WindowOf(record.Descriptor) == TimeSpan.Zero)
        {
            return false;
        }

        _key.Read(record);
        if (!_coalescer.TryFold(
            _key.Value, routes, level, moment.Now, moment.At, refused, record.Tracker, out var story))
        {
            return false;
        }

        // One that found no room to be followed is dropped by now; another may be shown already.
        if (record.Tracker is IIncident incident && story is not null
            && incident.Delivered is not { IsCompletedSuccessfully: true, Result.Kind: AlertOutcomeKind.Dropped })
        {
            story.Join();
            incident.Story = story;
        }

        return true;
    }

    /// <summary>Leaves an alert that no route takes to the fallback file.</summary>
    private void Keep(in AlertRecord record, AlertState state, DateTimeOffset raisedAt)
    {
        // Asked first: in a storm, rendering is what takes the time.
        if (!_unrouted.HasRoom)
        {
            _counters.Accept(_states.Get(record.Descriptor).Level);
            Drop(record, DropReason.NoRoute);
        }
        else if (TryRender(record, raisedAt, out var rendered))
        {
            var origin = OriginOf(state, raisedAt);
            _unrouted.Add(origin, _routes.NameFor(state), nameof(DropReason.NoRoute), rendered, record.Tracker);
        }
    }

    private void Drop(in AlertRecord record, DropReason reason)
    {
        _counters.Drop(reason, _states.Get(record.Descriptor).Level, 1);
        record.Tracker?.Settle(AlertOutcome.Dropped(reason));
    }

    private void Enqueue(
        in AlertRecord record,
        AlertState state,
        Route[] routes,
        RenderedAlert rendered,
        in AlertMoment moment,
        long refused)
    {
        var window = WindowOf(record.Descriptor);
        var alert = record.Descriptor;
        var incident = record.Tracker as IIncident;
        var account = new AlertAccount(
            _counters, OriginOf(state, moment.At), record.Tracker, _followers, isIncident: incident is not null);
        var copies = Array.ConvertAll(routes, route => new AlertCopy(account, route.Counters, rendered, refused)
        {
            FoldFor = window,
            Frame = route.Frame,
            Lane = route.Lane,
        });
        Array.ForEach(copies, account.Add);
        var openAfter = alert.OpenAfterSeconds < 0 ? _openAfter : TimeSpan.FromSeconds(alert.OpenAfterSeconds);
        var story = incident is null
            ? null
            : new IncidentStory(account, copies, routes, new IncidentText(rendered), openAfter, moment.Raised);
        if (window > TimeSpan.Zero)
        {
            _coalescer.Add(_key.Value, routes, account, moment.Now, moment.Now + window, story);
        }

        if (story is not null)
        {
            incident!.Story = story;
            _incidents.Open(story);
            return;
        }

        for (var i = 0; i < routes.Length; i++)
        {
            routes[i].Lane.Enqueue(copies[i]);
        }
    }

    private static AlertOrigin OriginOf(AlertState state, DateTimeOffset raisedAt)
        => new(state.Descriptor.Name, state.Descriptor.EventId, state.Level, raisedAt);

    private void Announce()
    {
        foreach (var lane in _routes.Lanes)
        {
            lane.Announce();
        }
    }

    private TimeSpan WindowOf(AlertDescriptor alert)
        => alert.CoalesceSeconds < 0 ? _window : TimeSpan.FromSeconds(alert.CoalesceSeconds);

    /// <summary>Renders an alert that is accepted with it; one that cannot be rendered is dropped.</summary>
    private bool TryRender(
        in AlertRecord record, DateTimeOffset raisedAt, [NotNullWhen(true)] out RenderedAlert? rendered)
    {
        // Counted only then: while it is rendered, which may be a user's code, the ring still counts it.
        rendered = _renderer.Render(_formatter, record, raisedAt);
        _counters.Accept(_states.Get(record.Descriptor).Level);
        if (rendered is null)
        {
            Drop(record, DropReason.Undeliverable);
        }

        return rendered is not null;
    }
}
