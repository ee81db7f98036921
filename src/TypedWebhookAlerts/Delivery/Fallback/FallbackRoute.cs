using TypedWebhookAlerts.Rendering;

namespace TypedWebhookAlerts.Delivery;

/// <summary>A route as another one's alerts need it that move there.</summary>
/// <param name="Route">Its account, by which it is known.</param>
/// <param name="Frame">What its messages carry besides alerts.</param>
/// <param name="Lane">Its lane.</param>
internal sealed record FallbackRoute(OutcomeCounters Route, MessageFrame Frame, DeliveryLane Lane);
