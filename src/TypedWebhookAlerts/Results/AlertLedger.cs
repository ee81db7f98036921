using Microsoft.Extensions.Logging;

namespace TypedWebhookAlerts;

/// <summary>
/// What became of every alert: <c>Raised = Refused + Accepted</c>, and
/// <c>Accepted = Delivered + Coalesced + Dropped + Spooled + Pending</c>.
/// </summary>
/// <remarks><see cref="Pending"/> is counted where alerts are, not derived: while alerts move the equation may be off
/// by those in motion; at rest it holds exactly. An alert below its level, or of a level without routes, is ignored
/// and not counted.</remarks>
public sealed class AlertLedger
{
    /// <summary>The calls that were not ignored.</summary>
    public long Raised => Refused + Accepted;

    /// <summary>The calls that found no room.</summary>
    public long Refused => RefusedBy.Values.Sum();

    /// <summary>The calls whose arguments were captured.</summary>
    public required long Accepted { get; init; }

    /// <summary>The alerts whose message Discord confirmed on at least one route.</summary>
    public required long Delivered { get; init; }

    /// <summary>The repeats that a confirmed message counts.</summary>
    public required long Coalesced { get; init; }

    /// <summary>The alerts that were given up.</summary>
    public long Dropped => DroppedBy.Values.Sum();

    /// <summary>The alerts that wait in the outbox for a later process.</summary>
    public required long Spooled { get; init; }

    /// <summary>The alerts in the ring, in queues and in flight, and the repeats not yet shown.</summary>
    public required long Pending { get; init; }

    /// <summary>The refused calls by reason; every reason is listed.</summary>
    public required IReadOnlyDictionary<RefusalReason, long> RefusedBy { get; init; }

    /// <summary>The dropped alerts by reason; every reason is listed.</summary>
    public required IReadOnlyDictionary<DropReason, long> DroppedBy { get; init; }

    /// <summary>The dropped alerts by level and reason; every level from Trace to Critical is listed.</summary>
    public required IReadOnlyDictionary<LogLevel, IReadOnlyDictionary<DropReason, long>> DroppedByLevel { get; init; }

    /// <summary>The same account for each route, over the copies that took it.</summary>
    public required IReadOnlyDictionary<string, RouteLedger> Routes { get; init; }

    /// <summary>The ledger in one line.</summary>
    public override string ToString()
        => $"raised={Raised} refused={Refused} accepted={Accepted} delivered={Delivered} coalesced={Coalesced} "
            + $"dropped={Dropped} spooled={Spooled} pending={Pending}";
}
