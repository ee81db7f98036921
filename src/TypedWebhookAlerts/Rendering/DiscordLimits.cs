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

    public const int Files = 10;

    /// <summary>Bytes of a file.</summary>
    public const int FileBytes = 10 * 1024 * 1024;

    /// <summary>Bytes of a whole request, its files included.</summary>
    public const int RequestBytes = 25 * 1024 * 1024;

    /// <summary>Not Discord's: what every embed leaves free for the counter of its repeats.</summary>
    public const int CounterReserve = 64;

    /// <summary>Not Discord's: the most that a footer says of the application, with its escapes.</summary>
    public const int FooterEnd = 768;
}
