namespace TypedWebhookAlerts.Delivery;

/// <summary>Error codes in the body of Discord's answers. Source: Discord's developer documentation, "JSON error
/// codes".</summary>
internal static class DiscordCodes
{
    public const int UnknownChannel = 10003;
    public const int UnknownMessage = 10008;

    /// <summary>A forum without a thread to post to, a thread without a forum, and the like: no message of the route
    /// would be taken.</summary>
    public const int FirstOfRouting = 220001;
    public const int LastOfRouting = 220004;

    public const int TooManyOldEdits = 30046;
}
