namespace TypedWebhookAlerts;

/// <summary>How users' ids are shown.</summary>
public enum UserIdDisplay
{
    /// <summary>As they are, so that they can be clicked; they do not ping.</summary>
    Show,

    /// <summary>Their last four digits, <c>…4821</c>; of an id of fewer than eight digits the last half.</summary>
    Mask,

    /// <summary>A keyed hash of them, <c>9f86d081884c</c>: the same user looks the same, and cannot be told without the
    /// key. It is the first 12 hexadecimal digits of the HMAC-SHA-256 of the id's decimal digits, with
    /// <see cref="WebhookAlertOptions.UserIdHashKey"/> in UTF-8 as its key.</summary>
    Hash,
}
