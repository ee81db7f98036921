namespace TypedWebhookAlerts.Delivery;

/// <summary>What a channel does not show of a copy that was let go.</summary>
/// <param name="Alerts">The alert, unless its message was confirmed, and the repeats that no message shows.</param>
/// <param name="Refused">The refused calls that its message would have told.</param>
/// <param name="Last">When the last of them was raised.</param>
internal readonly record struct CopyLoss(long Alerts, long Refused, DateTimeOffset Last)
{
    public bool IsNone => Alerts == 0 && Refused == 0;
}
