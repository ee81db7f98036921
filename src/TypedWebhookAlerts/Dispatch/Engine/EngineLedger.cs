using TypedWebhookAlerts.Capture;
using TypedWebhookAlerts.Delivery;

namespace TypedWebhookAlerts.Dispatch;

/// <summary>Counts what became of every alert of a running engine, while none of them moves on.</summary>
internal sealed class EngineLedger(
    AlertPump pump,
    AlertDispatcher dispatcher,
    Routing routing,
    FallbackWriter unrouted,
    AlertStates states,
    OutcomeCounters counters)
{
    public AlertLedger Create() => pump.Freeze(Count);

    private AlertLedger Count(int inRing)
    {
        var copies = routing.Lanes.SelectMany(lane => lane.Snapshot())
            .Concat(dispatcher.IncidentCopies())
            .Distinct()
            .ToList();
        var pendingOf = copies.ToLookup(copy => copy.Route, copy => copy.Pending);
        var routes = routing.Accounts.ToDictionary(
            route => route.Name,
            route => LedgerBuilder.Create(route, pendingOf[route].Sum()),
            StringComparer.OrdinalIgnoreCase);
        var pending = copies.Select(copy => copy.Account).Distinct().Sum(account => account.Pending) + unrouted.Pending;
        return LedgerBuilder.Create(states, counters, inRing, pending, routes);
    }
}
