namespace TypedWebhookAlerts.Delivery;

/// <summary>Where each route leads, and which takes its alerts when it cannot show them. It does not change: a reload
/// makes another.</summary>
/// <param name="routes">The routes.</param>
/// <param name="next">The one that follows a route; they form no circle. Routes of former options may be among them,
/// whose alerts are still on their way.</param>
internal sealed class RouteLinks(
    IReadOnlyList<LaneRoute> routes, IReadOnlyDictionary<OutcomeCounters, LaneRoute> next)
{
    private readonly Dictionary<OutcomeCounters, LaneRoute> _byAccount = routes.ToDictionary(route => route.Route);

    /// <summary>No route.</summary>
    public static RouteLinks None { get; } = new([], new Dictionary<OutcomeCounters, LaneRoute>());

    public IReadOnlyList<LaneRoute> Routes => routes;

    public IReadOnlyDictionary<OutcomeCounters, LaneRoute> Next => next;

    /// <summary>Where a route leads; null for one that is not there any more.</summary>
    public LaneRoute? Find(OutcomeCounters route) => _byAccount.GetValueOrDefault(route);

    /// <summary>The one that takes a route's alerts when it cannot show them.</summary>
    public LaneRoute? NextOf(OutcomeCounters route) => next.GetValueOrDefault(route);
}
