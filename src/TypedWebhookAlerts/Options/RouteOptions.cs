namespace TypedWebhookAlerts;

/// <summary>One route: a name for a webhook.</summary>
public sealed class RouteOptions
{
    /// <summary>The webhook's address, a secret: it is never logged. Without one the route is off.</summary>
    public string? Url { get; set; }

    /// <summary>The name of another route, which takes this one's alerts while its webhook fails or is gone. The default,
    /// <see langword="null"/>, is none. Routes may form a chain, but no circle.</summary>
    public string? Fallback { get; set; }
}
