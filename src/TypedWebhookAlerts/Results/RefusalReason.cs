namespace TypedWebhookAlerts;

/// <summary>Why an alert was refused at the call.</summary>
public enum RefusalReason
{
    /// <summary>The ring held no more: alerts came faster than they could be taken.</summary>
    Full,

    /// <summary>The arguments together were longer than a quarter of the ring.</summary>
    TooLarge,

    /// <summary>The alert's <c>MaxPerMinute</c> was spent.</summary>
    RateLimited,

    /// <summary>The pipeline was disposed.</summary>
    Closed,
}
