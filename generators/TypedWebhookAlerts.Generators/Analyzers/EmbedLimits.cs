namespace TypedWebhookAlerts.Generators.Analyzers;

/// <summary>
/// What Discord shows of an embed, in Unicode code points where a text is meant. Source: Discord's developer
/// documentation, "Embed limits". A test holds them equal to the runtime's.
/// </summary>
internal static class EmbedLimits
{
    public const int Title = 256;
    public const int Description = 4096;
    public const int Fields = 25;
    public const int FieldName = 256;
    public const int Footer = 2048;

    /// <summary>Over all texts of an embed together.</summary>
    public const int Total = 6000;
}
