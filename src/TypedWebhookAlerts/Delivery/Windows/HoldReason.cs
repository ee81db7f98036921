namespace TypedWebhookAlerts.Delivery;

/// <summary>Why a lane may not send though it would.</summary>
internal enum HoldReason
{
    /// <summary>Discord asked this webhook, or its channel, to wait.</summary>
    RateLimited,

    /// <summary>Discord asked this machine to wait: the global limit was met.</summary>
    GlobalLimit,

    /// <summary>Discord's edge bans this machine's address.</summary>
    Banned,

    /// <summary>So many requests were refused that a ban is near: everything pauses.</summary>
    InvalidRequests,
}
