namespace TypedWebhookAlerts.Rendering;

/// <summary>
/// What Discord accepts, in Unicode code points where a text is meant. Source: Discord's developer documentation,
/// "Message object", "Embed limits", and its published API description.
/// </summary>
internal static class DiscordLimits
{
    public const int Content = 2000;
    public const int Embeds = 10;
    public const int Title = 256;
    public const int Description = 4096;
    public const int Fields = 25;
    public const int FieldName = 256;
    public const int FieldValue = 1024;
    public const int Footer = 2048;

    /// <summary>Over all counted texts of all embeds of one message together.</summary>
    public const int EmbedTotal = 6000;

    /// <summary>Not Discord's: what every embed leaves free for the counter of its repeats.</summary>
    public const int CounterReserve = 64;
}
