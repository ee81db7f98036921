namespace TypedWebhookAlerts;

/// <summary>Whether a route delivers.</summary>
public enum RouteState
{
    /// <summary>It delivers, or has nothing to deliver yet.</summary>
    Ready,

    /// <summary>It waits as Discord asked for (a 429), or pauses between retries.</summary>
    BackingOff,

    /// <summary>Discord's edge refuses this address altogether: a 429 that names no wait.</summary>
    Banned,

    /// <summary>Its webhook failed so often in a row that it is left alone for a while.</summary>
    Broken,

    /// <summary>Its webhook is gone, or forbids posting. It is asked again from time to time.</summary>
    Dead,

    /// <summary>It has no address.</summary>
    Off,
}
