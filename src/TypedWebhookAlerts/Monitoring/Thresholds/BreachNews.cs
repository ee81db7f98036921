namespace TypedWebhookAlerts.Monitoring;

/// <summary>What a value changes.</summary>
internal enum BreachNews
{
    None,

    /// <summary>It has been beyond the limit for long enough.</summary>
    Begun,

    /// <summary>It is much farther beyond than was told.</summary>
    Worse,

    /// <summary>It has been back for long enough.</summary>
    Over,
}
