using Microsoft.Extensions.Logging;

namespace TypedWebhookAlerts;

/// <summary>
/// What became of the copies that took one route:
/// <c>Accepted = Delivered + Coalesced + Dropped + Spooled + Pending</c>.
/// </summary>
public sealed class RouteLedger
{
    /// <summary>The copies that were given to the route.</summary>
    public required long Accepted { get; init; }

    /// <summary>The copies whose message Discord confirmed.</summary>
    public required long Delivered { get; init; }

    /// <summary>The repeats that a confirmed message of this route counts.</summary>
    public required long Coalesced { get; init; }

    /// <summary>The copies that were given up.</summary>
    public long Dropped => DroppedBy.Values.Sum();

    /// <summary>The copies that wait in the outbox for a later process.</summary>
    public required long Spooled { get; init; }

    /// <summary>The copies in the queue and in flight, and the repeats not yet shown.</summary>
    public required long Pending { get; init; }

    /// <summary>The dropped copies by reason; every reason is listed.</summary>
    public required IReadOnlyDictionary<DropReason, long> DroppedBy { get; init; }

    /// <summary>The dropped copies by level and reason; every level from Trace to Critical is listed.</summary>
    public required IReadOnlyDictionary<LogLevel, IReadOnlyDictionary<DropReason, long>> DroppedByLevel { get; init; }

    /// <summary>The ledger in one line.</summary>
    public override string ToString()
        => $"accepted={Accepted} delivered={Delivered} coalesced={Coalesced} dropped={Dropped} spooled={Spooled} "
            + $"pending={Pending}";
}
