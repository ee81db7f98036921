using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.Capture;
using TypedWebhookAlerts.Delivery;
using TypedWebhookAlerts.Rendering;

namespace TypedWebhookAlerts.Dispatch;

/// <summary>Knows where alerts go: by the route that they name, or by their level. What the options say is taken over
/// once; a reload makes another table.</summary>
internal sealed class RouteTable
{
    private readonly Dictionary<string, Route> _routes;
    private readonly Dictionary<LogLevel, Route[]> _byLevel = [];
    private readonly HashSet<string> _unknownNames = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<int, Route[]> _resolved = [];
    private readonly Dictionary<LogLevel, string?> _firstNames;
    private readonly Dictionary<string, string> _fallbacks = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _configured;
    private readonly List<string> _off;
    private readonly ILogger _log;

    /// <param name="options">The options.</param>
    /// <param name="routes">Those of its routes that are on.</param>
    /// <param name="log">Told of names that are not among them.</param>
    public RouteTable(WebhookAlertOptions options, IEnumerable<Route> routes, ILogger log)
    {
        _log = log;
        _routes = routes.ToDictionary(route => route.Name, StringComparer.OrdinalIgnoreCase);
        Lanes = [.. _routes.Values.Select(route => route.Lane).Distinct()];
        foreach (var (level, names) in options.LevelRoutes)
        {
            _byLevel[level] = Distinct(names.Select(name => _routes.GetValueOrDefault(name)));
        }

        _firstNames = options.LevelRoutes.ToDictionary(
            level => level.Key, level => level.Value is [var first, ..] ? first : null);
        foreach (var (name, route) in options.Routes)
        {
            if (route?.Fallback is { } fallback)
            {
                _fallbacks[name] = fallback;
            }
        }

        _configured = new(options.Routes.Keys, StringComparer.OrdinalIgnoreCase);
        _off = FindRoutesThatAreOff(options);
    }

    /// <summary>The lanes of the routes.</summary>
    public IReadOnlyList<DeliveryLane> Lanes { get; }

    public IReadOnlyCollection<Route> Routes => _routes.Values;

    /// <summary>The frames that messages may have.</summary>
    public IReadOnlyList<MessageFrame> Frames => [.. _routes.Values.Select(route => route.Frame).Distinct()];

    /// <summary>Where a Critical goes that names no route.</summary>
    public IReadOnlyList<Route> OfCritical => _byLevel.GetValueOrDefault(LogLevel.Critical, []);

    /// <summary>Whether it is meant to go anywhere.</summary>
    public bool WantsCritical => _firstNames.GetValueOrDefault(LogLevel.Critical) is not null;

    /// <summary>Whether a route of this name is on.</summary>
    public bool IsOn(string name) => _routes.ContainsKey(name);

    /// <summary>Finds a route that is on.</summary>
    public bool TryFind(string name, [NotNullWhen(true)] out Route? route) => _routes.TryGetValue(name, out route);

    /// <summary>The route in place of one that does not differ from it.</summary>
    public Route? Kept(Route route)
        => TryFind(route.Name, out var known) && known.Lane == route.Lane && known.Frame == route.Frame ? known : null;

    /// <summary>Where an alert goes. Empty when every route that it could take is off.</summary>
    public Route[] Resolve(AlertState alert)
    {
        if (!_resolved.TryGetValue(alert.Descriptor.Id, out var routes))
        {
            _resolved[alert.Descriptor.Id] = routes = Find(alert);
        }

        return routes;
    }

    /// <summary>The name of the route that an alert would take first, whether it is on or off.</summary>
    public string NameFor(AlertState alert)
        => alert.Route ?? _firstNames.GetValueOrDefault(alert.Level) ?? "";

    /// <summary>Tells lanes of the routes, and which follows which. A route that is off is passed over to the one after
    /// it.</summary>
    /// <param name="former">What they were told before: alerts of a route that is not there any more keep the one that
    /// followed it.</param>
    public RouteLinks Link(RouteLinks former)
    {
        var next = new Dictionary<OutcomeCounters, LaneRoute>();
        foreach (var (route, follower) in former.Next)
        {
            if (!IsOn(route.Name) && TryFind(follower.Route.Name, out var now))
            {
                next[route] = now.ForLanes;
            }
        }

        foreach (var route in _routes.Values)
        {
            if (FallbackOf(route.Name) is { } follower)
            {
                next[route.Counters] = follower.ForLanes;
            }
        }

        return new RouteLinks([.. _routes.Values.Select(route => route.ForLanes)], next);
    }

    /// <summary>Ends this table: lanes that no route leads to any more begin their last time.</summary>
    /// <param name="now">The one in its place.</param>
    /// <param name="incidents">What is told of incidents, wherever.</param>
    public void Leave(RouteTable now, IReadOnlyList<AlertCopy> incidents)
    {
        foreach (var lane in Lanes.Except(now.Lanes))
        {
            var heir = Routes.Where(route => route.Lane == lane)
                .Select(route => now._routes.GetValueOrDefault(route.Name)?.Lane)
                .FirstOrDefault(other => other is not null);
            lane.Retire(heir, incidents.Where(copy => copy.Lane == lane));
        }
    }

    /// <summary>Whether each route of the options delivers.</summary>
    public IReadOnlyDictionary<string, RouteHealth> DescribeHealth()
        => _off.ToDictionary(name => name, _ => new RouteHealth { State = RouteState.Off })
            .Concat(_routes.Select(route => KeyValuePair.Create(route.Key, route.Value.Lane.Describe())))
            .ToDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Says which routes are off.</summary>
    /// <param name="file">The fallback file's name, if there is one.</param>
    /// <param name="former">The table before: what was said of it is not said again.</param>
    public void TellRoutesThatAreOff(string? file, RouteTable? former = null)
    {
        if (former is not null && former._off.SequenceEqual(_off) && former._routes.Count == 0 == (_routes.Count == 0))
        {
            return;
        }

        if (_routes.Count == 0 && !string.IsNullOrWhiteSpace(file))
        {
            _log.NoRouteButAFile(file);
        }
        else if (_routes.Count == 0)
        {
            _log.NoRouteIsOn();
        }
        else if (_off.Count > 0)
        {
            var names = string.Join(", ", _off.Select(name => name + HintFor(name)));
            _log.RoutesAreOff(names);
        }
    }

    private Route[] Find(AlertState alert)
    {
        if (alert.Route is { } name)
        {
            if (_routes.TryGetValue(name, out var route))
            {
                return [route];
            }

            if (_unknownNames.Add(name))
            {
                var (shown, hint) = (ShownName.Of(name), HintFor(name));
                _log.RouteIsUnknown(shown, alert.Descriptor.Name, hint, alert.Level);
            }
        }

        return _byLevel.GetValueOrDefault(alert.Level, []);
    }

    /// <summary>Which route was probably meant by a name that the options give no settings for.</summary>
    private string HintFor(string name)
        => !_configured.Contains(name) && NearestTo(name) is { } near ? $" (did you mean '{near}'?)" : string.Empty;

    // A usual name that has no settings may be off on purpose: only a slip of one key is another's.
    private string? NearestTo(string name)
        => WebhookVariables.NameFor(name) is null
            ? NearestName.Find(name, _routes.Keys)
            : NearestName.Find(name, _routes.Keys, _ => 1);

    private Route? FallbackOf(string name)
    {
        while (_fallbacks.TryGetValue(name, out var next))
        {
            if (_routes.TryGetValue(next, out var route))
            {
                return route;
            }

            name = next;
        }

        return null;
    }

    /// <summary>Routes to one webhook are one: an alert is not shown twice in a channel.</summary>
    private static Route[] Distinct(IEnumerable<Route?> routes)
        => [.. routes.OfType<Route>().DistinctBy(route => route.Lane)];

    private List<string> FindRoutesThatAreOff(WebhookAlertOptions options)
        => [.. options.Routes.Keys
            .Concat(options.LevelRoutes.Values.SelectMany(names => names))
            .Concat(_fallbacks.Values)
            .Where(name => !_routes.ContainsKey(name))
            .Distinct(StringComparer.OrdinalIgnoreCase)];
}
