namespace TypedWebhookAlerts.IntegrationTests.Acceptance.Evidence;

/// <summary>What a ledger says of one route, or of the whole pipeline.</summary>
internal sealed record RouteFigures
{
    public static RouteFigures None { get; } = new();

    public long Accepted { get; init; }

    public long Delivered { get; init; }

    public long Coalesced { get; init; }

    public long Spooled { get; init; }

    public long Pending { get; init; }

    public IReadOnlyDictionary<DropReason, long> DroppedBy { get; init; } = new Dictionary<DropReason, long>();

    public long Dropped => DroppedBy.Values.Sum();

    public static RouteFigures Of(AlertLedger ledger) => new()
    {
        Accepted = ledger.Accepted,
        Delivered = ledger.Delivered,
        Coalesced = ledger.Coalesced,
        Spooled = ledger.Spooled,
        Pending = ledger.Pending,
        DroppedBy = ledger.DroppedBy,
    };

    public static RouteFigures Of(RouteLedger ledger) => new()
    {
        Accepted = ledger.Accepted,
        Delivered = ledger.Delivered,
        Coalesced = ledger.Coalesced,
        Spooled = ledger.Spooled,
        Pending = ledger.Pending,
        DroppedBy = ledger.DroppedBy,
    };

    /// <summary>How many were dropped for a reason.</summary>
    public long DroppedFor(DropReason reason) => DroppedBy.GetValueOrDefault(reason);

    public RouteFigures Plus(RouteFigures other) => new()
    {
        Accepted = Accepted + other.Accepted,
        Delivered = Delivered + other.Delivered,
        Coalesced = Coalesced + other.Coalesced,
        Spooled = Spooled + other.Spooled,
        Pending = Pending + other.Pending,
        DroppedBy = DroppedBy.Keys.Union(other.DroppedBy.Keys)
            .ToDictionary(reason => reason, reason => DroppedFor(reason) + other.DroppedFor(reason)),
    };

    public override string ToString()
        => $"accepted={Accepted} delivered={Delivered} coalesced={Coalesced} spooled={Spooled} pending={Pending} "
            + "dropped="
            + string.Join(",", DroppedBy.Where(each => each.Value != 0).Select(each => $"{each.Key}:{each.Value}"));
}
