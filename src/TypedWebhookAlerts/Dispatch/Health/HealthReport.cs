using System.Globalization;
using TypedWebhookAlerts.Capture;
using TypedWebhookAlerts.Delivery;

namespace TypedWebhookAlerts.Dispatch;

/// <summary>Puts together whether a pipeline delivers.</summary>
internal sealed class HealthReport(
    AlertPump pump,
    Func<RouteTable> table,
    FallbackChain chain,
    RecentCounts losses,
    RecentCounts moves,
    AlertStates states,
    TimeProvider time)
{
    private static readonly DropReason[] s_losses =
        [.. Enum.GetValues<DropReason>().Except([DropReason.Resolved, DropReason.Fallback])];

    private readonly RecentCounts _refusals = new(time);
    private readonly Lock _gate = new();
    private long _refusedUntilNow;

    public PipelineHealth Create()
    {
        var routes = table();
        var described = routes.DescribeHealth();
        var failures = Failures(routes).ToList();
        var hasRoute = described.Values.Any(route => route.State != RouteState.Off);
        var troubles = Troubles(routes, described, hasRoute).ToList();
        var status = failures.Count > 0 ? PipelineStatus.Unhealthy
            : troubles.Count > 0 ? PipelineStatus.Degraded
            : PipelineStatus.Healthy;
        IEnumerable<string> known = hasRoute ? [] : ["No route has an address: alerts are not delivered."];
        return new PipelineHealth
        {
            Status = status,
            Reasons = [.. failures, .. troubles, .. known],
            Routes = described,
        };
    }

    /// <summary>The health of a pipeline that has no routes (yet, or any more).</summary>
    public static PipelineHealth Of(PipelineStatus status, string reason)
        => new() { Status = status, Reasons = [reason], Routes = new Dictionary<string, RouteHealth>() };

    private IEnumerable<string> Failures(RouteTable routes)
    {
        if (pump.IsStuck)
        {
            yield return "The pump is stuck while alerts wait: code of the application holds it, such as an "
                + "exception's message or a logger that does not return.";
        }

        var critical = routes.OfCritical;
        if (critical.Count > 0 && critical.All(IsLost))
        {
            yield return $"No route of Critical can be reached: {Names(critical)} dead.";
        }
    }

    private IEnumerable<string> Troubles(
        RouteTable routes, IReadOnlyDictionary<string, RouteHealth> described, bool hasRoute)
    {
        foreach (var (name, route) in described)
        {
            if (WordsFor(route) is { } words
                && (route.State != RouteState.BackingOff || IsWaitedFor(routes, name, route)))
            {
                yield return route.Reason is null
                    ? $"Route {name} {words}."
                    : $"Route {name} {words} ({route.Reason}).";
            }
        }

        if (hasRoute && routes.WantsCritical && routes.OfCritical.Count == 0)
        {
            yield return "No route of Critical has an address.";
        }

        // Without any route, that alerts are not delivered is no news.
        var lost = s_losses.Where(reason => hasRoute || reason != DropReason.NoRoute)
            .Where(reason => losses.Sum((int)reason) > 0)
            .ToList();
        if (lost.Count > 0)
        {
            yield return Within(
                lost.Sum(reason => losses.Sum((int)reason)), $"alerts were lost ({string.Join(", ", lost)})");
        }

        if (hasRoute && losses.Sum((int)DropReason.Fallback) is var kept and > 0)
        {
            yield return Within(kept, "alerts went to the fallback file");
        }

        if (moves.Sum() is var moved and > 0)
        {
            yield return Within(moved, "alerts took a fallback route");
        }

        if (CountRefusals() is var refused and > 0)
        {
            yield return Within(refused, "calls were refused, as the ring was full");
        }
    }

    private static string? WordsFor(RouteHealth route) => route.State switch
    {
        RouteState.BackingOff => "backs off",
        RouteState.Banned => "is banned",
        RouteState.Broken => "is left alone, as its webhook fails",
        RouteState.Dead => "is dead",
        _ => null,
    };

    /// <summary>A failure behind which nothing waits is over: whether the webhook works again, the next alert
    /// tells.</summary>
    private static bool IsWaitedFor(RouteTable routes, string name, RouteHealth health)
        => health.Until is not null
            || routes.Routes.Any(route => route.Counters.Open > 0
                && string.Equals(route.Name, name, StringComparison.OrdinalIgnoreCase));

    private bool IsLost(Route route)
        => route.Lane.Describe().State == RouteState.Dead && !chain.HasWayFrom(route.Counters);

    /// <summary>No call reads a clock: a refusal shows from when it is first seen here.</summary>
    private long CountRefusals()
    {
        var refused = states.All.Sum(state => state.RefusedFor(RefusalReason.Full));
        lock (_gate)
        {
            _refusals.Add(0, refused - _refusedUntilNow);
            _refusedUntilNow = refused;
        }

        return _refusals.Sum();
    }

    private static string Names(IReadOnlyList<Route> routes)
        => string.Join(", ", routes.Select(route => route.Name)) + (routes.Count == 1 ? " is" : " are");

    private static string Within(long count, string what)
        => string.Create(
            CultureInfo.InvariantCulture, $"In the last {RecentCounts.Window.TotalMinutes} minutes {count} {what}.");
}
