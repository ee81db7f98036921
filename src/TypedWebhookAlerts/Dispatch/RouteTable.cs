using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.Capture;
using TypedWebhookAlerts.Delivery;
using TypedWebhookAlerts.Rendering;

namespace TypedWebhookAlerts.Dispatch;

/// <summary>Knows where alerts go: by the route that they name, or by their level.</summary>
internal sealed class RouteTable
{
    private readonly Dictionary<string, Route> _routes = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<LogLevel, Route[]> _byLevel = [];
    private readonly HashSet<string> _unknownNames = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<int, Route[]> _resolved = [];
    private readonly Dictionary<LogLevel, string?> _firstNames;
    private readonly List<string> _off;
    private readonly ILogger _log;

    public RouteTable(WebhookAlertOptions options, Func<WebhookUrl, MessageFrame, DeliveryLane> createLane, ILogger log)
    {
        _log = log;
        Lanes = CreateRoutes(options, createLane);
        foreach (var (level, names) in options.LevelRoutes)
        {
            _byLevel[level] = Distinct(names.Select(name => _routes.GetValueOrDefault(name)));
        }

        _firstNames = options.LevelRoutes.ToDictionary(
            level => level.Key, level => level.Value is [var first, ..] ? first : null);
        _off = FindRoutesThatAreOff(options);
        TellRoutesThatAreOff(Path.GetFileName(options.Fallback.Path));
    }

    public IReadOnlyList<DeliveryLane> Lanes { get; }

    public IEnumerable<Route> Routes => _routes.Values;

    /// <summary>The frames that messages may have.</summary>
    public IReadOnlyList<MessageFrame> Frames => [.. _routes.Values.Select(route => route.Frame).Distinct()];

    /// <summary>Whether a route of this name is on.</summary>
    public bool IsOn(string name) => _routes.ContainsKey(name);

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

    /// <summary>Makes the routes, and which follows which, known to the fallback. A route that is off is passed over to
    /// the one after it.</summary>
    public void Link(WebhookAlertOptions options, FallbackChain chain)
    {
        var routes = _routes.ToDictionary(
            route => route.Key,
            route => new FallbackRoute(route.Value.Counters, route.Value.Frame, route.Value.Lane),
            StringComparer.OrdinalIgnoreCase);
        foreach (var (name, route) in routes)
        {
            chain.Add(route);
            var next = options.Routes[name].Fallback;
            while (next is not null && !routes.ContainsKey(next))
            {
                next = options.Routes.TryGetValue(next, out var off) ? off?.Fallback : null;
            }

            if (next is not null)
            {
                chain.Link(route.Route, routes[next]);
            }
        }
    }

    /// <summary>Whether each route of the options delivers.</summary>
    public IReadOnlyDictionary<string, RouteHealth> DescribeHealth()
        => _off.ToDictionary(name => name, _ => new RouteHealth { State = RouteState.Off })
            .Concat(_routes.Select(route => KeyValuePair.Create(route.Key, route.Value.Lane.Describe())))
            .ToDictionary(StringComparer.OrdinalIgnoreCase);

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
                _log.RouteIsUnknown(name, alert.Descriptor.Name, alert.Level);
            }
        }

        return _byLevel.GetValueOrDefault(alert.Level, []);
    }

    private List<DeliveryLane> CreateRoutes(
        WebhookAlertOptions options, Func<WebhookUrl, MessageFrame, DeliveryLane> createLane)
    {
        var lanes = new Dictionary<string, DeliveryLane>(StringComparer.Ordinal);
        foreach (var (name, settings) in options.Routes)
        {
            if (!string.IsNullOrWhiteSpace(settings?.Url)
                && WebhookUrl.TryParse(settings.Url, options.TrustedHosts, out var url) is null)
            {
                // One webhook in one thread is one lane, whatever its names: two would show an alert twice.
                url = settings.ThreadId is { } thread ? url!.InThread(thread) : url!;
                var frame = RouteFrame.Create(settings);
                var place = $"{url.Identity}\n{frame.ThreadName}";
                if (!lanes.TryGetValue(place, out var lane))
                {
                    lanes[place] = lane = createLane(url, frame);
                }

                _routes[name] = new Route(name, lane, frame);
            }
        }

        return [.. lanes.Values];
    }

    /// <summary>Routes to one webhook are one: an alert is not shown twice in a channel.</summary>
    private static Route[] Distinct(IEnumerable<Route?> routes)
        => [.. routes.OfType<Route>().DistinctBy(route => route.Lane)];

    private List<string> FindRoutesThatAreOff(WebhookAlertOptions options)
        => [.. options.Routes.Keys
            .Concat(options.LevelRoutes.Values.SelectMany(names => names))
            .Concat(options.Routes.Values.Select(route => route?.Fallback).OfType<string>())
            .Where(name => !_routes.ContainsKey(name))
            .Distinct(StringComparer.OrdinalIgnoreCase)];

    private void TellRoutesThatAreOff(string? file)
    {
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
            _log.RoutesAreOff(string.Join(", ", _off));
        }
    }
}
