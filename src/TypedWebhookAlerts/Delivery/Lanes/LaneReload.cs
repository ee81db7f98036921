using TypedWebhookAlerts.Rendering;

namespace TypedWebhookAlerts.Delivery;

/// <summary>What a lane is given by a reload.</summary>
/// <param name="Options">The options.</param>
/// <param name="Formatter">One of its own, for what it has to say itself.</param>
internal sealed record LaneReload(WebhookAlertOptions Options, DiscordFormatter Formatter);
