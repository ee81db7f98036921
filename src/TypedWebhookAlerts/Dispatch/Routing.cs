using TypedWebhookAlerts.Delivery;
using TypedWebhookAlerts.Rendering;

namespace TypedWebhookAlerts.Dispatch;

/// <summary>
/// The routes and lanes of a pipeline as a start or a reload makes them: a route lives on by its name, a lane by its
/// webhook and thread. A lane that no route leads to any more is kept until it has sent what it has.
/// </summary>
/// <remarks>Changed by the pump, but for lanes that have ended; read by anyone.</remarks>
/// <param name="createLane">Makes a lane.</param>
internal sealed class Routing(Func<WebhookUrl, MessageFrame, WebhookAlertOptions, DeliveryLane> createLane)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, DeliveryLane> _byPlace = new(StringComparer.Ordinal);
    private readonly Dictionary<string, OutcomeCounters> _accounts = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<DeliveryLane> _notStarted = [];
    private volatile IReadOnlyList<DeliveryLane> _lanes = [];

    /// <summary>Every lane that may have something to do.</summary>
    public IReadOnlyList<DeliveryLane> Lanes => _lanes;

    /// <summary>The accounts of all routes that there are and were.</summary>
    public IReadOnlyList<OutcomeCounters> Accounts
    {
        get
        {
            lock (_gate)
            {
                return [.. _accounts.Values];
            }
        }
    }

    /// <summary>Finds the routes of the options that are on, and lanes for them.</summary>
    /// <param name="options">Checked options.</param>
    /// <param name="former">The routes until now, which are kept where nothing changes for them.</param>
    public IReadOnlyList<Route> Route(WebhookAlertOptions options, RouteTable? former)
    {
        var routes = new List<Route>();
        lock (_gate)
        {
            foreach (var (name, settings) in options.Routes)
            {
                if (!string.IsNullOrWhiteSpace(settings?.Url)
                    && WebhookUrl.TryParse(settings.Url, options.TrustedHosts, out var url) is null)
                {
                    url = settings.ThreadId is { } thread ? url!.InThread(thread) : url!;
                    var frame = RouteFrame.Create(settings);
                    var route = new Route(AccountOf(name), LaneFor(url, frame, options), frame);
                    routes.Add(former?.Kept(route) ?? route);
                }
            }
        }

        return routes;
    }

    /// <summary>Starts the lanes that are new.</summary>
    public void Start()
    {
        _notStarted.ForEach(lane => lane.Start(LetGo));
        _notStarted.Clear();
    }

    private OutcomeCounters AccountOf(string name)
    {
        if (!_accounts.TryGetValue(name, out var account))
        {
            _accounts[name] = account = new OutcomeCounters(name);
        }

        return account;
    }

    /// <summary>One webhook in one thread is one lane, whatever its names: two would show an alert twice.</summary>
    private DeliveryLane LaneFor(WebhookUrl url, MessageFrame frame, WebhookAlertOptions options)
    {
        var place = $"{url.Identity}\n{frame.ThreadName}";
        if (!_byPlace.TryGetValue(place, out var lane) || !lane.TryReturn())
        {
            _byPlace[place] = lane = createLane(url, frame, options);
            _lanes = [.. _lanes, lane];
            _notStarted.Add(lane);
        }

        return lane;
    }

    /// <summary>Forgets a lane that has ended by itself. Called by the lane.</summary>
    private void LetGo(DeliveryLane lane)
    {
        lock (_gate)
        {
            _lanes = [.. _lanes.Where(other => other != lane)];
            foreach (var (place, _) in _byPlace.Where(known => known.Value == lane).ToList())
            {
                _byPlace.Remove(place);
            }
        }

        // It ends first.
        _ = lane.DisposeAsync().AsTask();
    }
}
