namespace TypedWebhookAlerts.Delivery;

/// <summary>What holds a lane up that would send, and until when.</summary>
/// <param name="Reason">What it is.</param>
/// <param name="Until">By the lane clock.</param>
internal readonly record struct WindowHold(HoldReason Reason, TimeSpan Until);
