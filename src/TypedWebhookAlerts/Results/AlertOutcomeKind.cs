namespace TypedWebhookAlerts;

/// <summary>What became of one call of an alert.</summary>
public enum AlertOutcomeKind
{
    /// <summary>The alert is below its level, or of a level without routes. It was not counted.</summary>
    Ignored,

    /// <summary>The call found no room.</summary>
    Refused,

    /// <summary>Discord confirmed the alert's own message.</summary>
    Delivered,

    /// <summary>Discord confirmed a message that counts the alert as a repeat of an equal one.</summary>
    Coalesced,

    /// <summary>The alert was accepted and then given up.</summary>
    Dropped,
}
