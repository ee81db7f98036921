namespace TypedWebhookAlerts.Delivery;

/// <summary>Error codes in the body of Discord's answers. Source: Discord's developer documentation, "JSON error
/// codes".</summary>
internal static class DiscordCodes
{
    public const int UnknownChannel = 10003;
    public const int UnknownMessage = 10008;
    public const int TooManyOldEdits = 30046;
    public const int EntityTooLarge = 40005;
    public const int ForumNeedsThread = 220001;
    public const int TwoThreads = 220002;
    public const int NoForum = 220003;
    public const int NoWebhooksInForum = 220004;

    /// <summary>Whether a code says that the route leads to the wrong kind of place, which only its options can
    /// change.</summary>
    public static bool IsRouting(int code)
        => code is UnknownChannel or ForumNeedsThread or TwoThreads or NoForum or NoWebhooksInForum;
}
