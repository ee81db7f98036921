namespace TypedWebhookAlerts.Testing;

/// <summary>Whose limit a 429 speaks of: the value of its header <c>X-RateLimit-Scope</c>.</summary>
public enum RateLimitScope
{
    /// <summary>The webhook's own.</summary>
    User,

    /// <summary>One that is shared with others, such as the channel's. It does not count towards the ban for invalid
    /// requests.</summary>
    Shared,

    /// <summary>The sender's, over all webhooks.</summary>
    Global,
}
