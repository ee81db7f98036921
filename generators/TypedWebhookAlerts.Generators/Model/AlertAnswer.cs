namespace TypedWebhookAlerts.Generators.Model;

/// <summary>What the call of an alert answers.</summary>
internal enum AlertAnswer
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Whether the alert was accepted.</summary>
    Accepted,

    /// <summary>A receipt of its delivery.</summary>
    Receipt,

    /// <summary>An incident that is resolved later.</summary>
    Incident,
}
