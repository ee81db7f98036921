namespace TypedWebhookAlerts.Delivery;

/// <summary>What a lane is given by a reload.</summary>
/// <param name="Options">The options.</param>
/// <param name="Notes">Says what the lane has to say itself.</param>
internal sealed record LaneReload(WebhookAlertOptions Options, LaneNotes Notes);
