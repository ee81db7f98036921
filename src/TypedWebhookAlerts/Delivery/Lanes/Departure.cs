namespace TypedWebhookAlerts.Delivery;

/// <summary>A copy that leaves its lane without having been shown.</summary>
/// <param name="Copy">The copy.</param>
/// <param name="Reason">Why.</param>
/// <param name="Place">Where the alert is instead.</param>
internal readonly record struct Departure(AlertCopy Copy, DropReason Reason, LossPlace Place)
{
    /// <summary>What it is counted as.</summary>
    public DropReason CountedAs => Place.File is null ? Reason : DropReason.Fallback;
}
