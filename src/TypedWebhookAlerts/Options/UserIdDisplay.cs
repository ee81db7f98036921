namespace TypedWebhookAlerts;

/// <summary>How users' ids are shown.</summary>
public enum UserIdDisplay
{
    /// <summary>As they are, so that they can be clicked; they do not ping.</summary>
    Show,

    /// <summary>Their last four digits: <c>…4821</c>.</summary>
    Mask,

    /// <summary>A keyed hash of them: the same user looks the same, and cannot be told without the key.</summary>
    Hash,
}
