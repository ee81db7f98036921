namespace TypedWebhookAlerts.Capture;

internal enum ClaimResult
{
    Claimed,
    Full,
    TooLarge,
    Closed,
}
