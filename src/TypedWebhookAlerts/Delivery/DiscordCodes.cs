namespace TypedWebhookAlerts.Delivery;

/// <summary>Error codes in the body of Discord's answers. Source: Discord's developer documentation, "JSON error
/// codes".</summary>
internal static class DiscordCodes
{
    public const int UnknownMessage = 10008;
    public const int TooManyOldEdits = 30046;
}
