using TypedWebhookAlerts.Generators.Model;

namespace TypedWebhookAlerts.Generators.Emission;

/// <summary>
/// Discord's own formats of a moment, which each reader sees in their time zone and language:
/// <c>&lt;t&gt;</c> and <c>&lt;t:R&gt;</c>, with one of Discord's letters.
/// </summary>
internal static class DiscordTimestamp
{
    public const string Styles = "tTdDfFsSR";

    // What Discord shows when no style is given.
    private const char Default = 'f';

    public static char? StyleOf(CapturedType type, string? format)
    {
        if (type.Name is not ("global::System.DateTime" or "global::System.DateTimeOffset"))
        {
            return null;
        }

        return format switch
        {
            "<t>" => Default,
            ['<', 't', ':', var style, '>'] when Styles.IndexOf(style) >= 0 => style,
            _ => null,
        };
    }
}
