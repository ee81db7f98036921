using TypedWebhookAlerts.Capture;

namespace TypedWebhookAlerts.Dispatch;

/// <summary>Puts counts together to a ledger.</summary>
internal static class LedgerBuilder
{
    private static readonly Dictionary<string, RouteLedger> s_noRoutes = [];

    /// <summary>A pipeline's ledger.</summary>
    /// <param name="states">What was refused.</param>
    /// <param name="counters">What became of alerts that the pump has taken.</param>
    /// <param name="inRing">The alerts that it has not.</param>
    /// <param name="inLanes">Those in queues and in flight, and unshown repeats.</param>
    /// <param name="routes">The routes' ledgers.</param>
    public static AlertLedger Create(
        AlertStates states,
        OutcomeCounters counters,
        long inRing,
        long inLanes = 0,
        IReadOnlyDictionary<string, RouteLedger>? routes = null)
        => new()
        {
            Accepted = counters.Accepted + inRing,
            Delivered = counters.Delivered,
            Coalesced = counters.Coalesced,
            Spooled = 0,
            Pending = inRing + inLanes,
            RefusedBy = Enum.GetValues<RefusalReason>().ToDictionary(
                reason => reason, reason => states.All.Sum(state => state.RefusedFor(reason))),
            DroppedBy = counters.Dropped,
            DroppedByLevel = counters.DroppedByLevel,
            Routes = routes ?? s_noRoutes,
        };

    /// <summary>A route's ledger.</summary>
    public static RouteLedger Create(OutcomeCounters counters, long pending)
        => new()
        {
            Accepted = counters.Accepted,
            Delivered = counters.Delivered,
            Coalesced = counters.Coalesced,
            Spooled = 0,
            Pending = pending,
            DroppedBy = counters.Dropped,
            DroppedByLevel = counters.DroppedByLevel,
        };
}
