using TypedWebhookAlerts.Rendering;

namespace TypedWebhookAlerts.Delivery;

/// <summary>A route as lanes know it, whose alerts go there.</summary>
/// <param name="Route">Its account, by which it is known, whatever webhook it leads to.</param>
/// <param name="Frame">What its messages carry besides alerts.</param>
/// <param name="Lane">Its lane.</param>
internal sealed record LaneRoute(OutcomeCounters Route, MessageFrame Frame, DeliveryLane Lane);
