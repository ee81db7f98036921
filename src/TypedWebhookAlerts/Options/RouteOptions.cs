namespace TypedWebhookAlerts;

/// <summary>One route: a name for a webhook.</summary>
public sealed class RouteOptions
{
    /// <summary>The webhook's address, a secret: it is never logged. Without one the route is off.</summary>
    public string? Url { get; set; }
}
