namespace TypedWebhookAlerts.Delivery;

/// <summary>How full a channel's window is.</summary>
/// <param name="Used">How many of its slots are taken, those of requests in flight among them.</param>
/// <param name="Limit">How many it has: of several windows, those of the fullest.</param>
/// <param name="Period">Its length.</param>
internal readonly record struct ChannelFill(int Used, int Limit, TimeSpan Period);
