namespace TypedWebhookAlerts.Delivery;

/// <summary>Where alerts are that a channel does not show.</summary>
/// <param name="File">The name of the file that has them, without its folder.</param>
/// <param name="Route">The name of the route that they moved to.</param>
internal readonly record struct LossPlace(string? File = null, string? Route = null);
