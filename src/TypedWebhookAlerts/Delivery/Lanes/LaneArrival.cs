namespace TypedWebhookAlerts.Delivery;

/// <summary>How an alert comes to a lane.</summary>
internal enum LaneArrival
{
    /// <summary>It was raised, or moves here as a fallback: it stands last, and the bound holds.</summary>
    Raised,

    /// <summary>It waited in a lane that its route has left for this one: it stands last, and stays whatever the bound
    /// is.</summary>
    HandedOver,

    /// <summary>As the other, but it is older than what waits here: it stands first.</summary>
    HandedOverFirst,
}
