using System.Text.RegularExpressions;

namespace TypedWebhookAlerts.Testing.Simulation;

/// <summary>What a message says, for a test to look for.</summary>
internal static partial class MessageText
{
    public static bool Shows(SimulatedMessage message, string text)
    {
        var shown = Of(message);
        return shown.Contains(text, StringComparison.Ordinal)
            || Unescape(shown).Contains(text, StringComparison.Ordinal);
    }

    /// <summary>Every text of a message, a line each.</summary>
    public static string Of(SimulatedMessage message)
        => string.Join('\n', Texts(message).Where(text => !string.IsNullOrEmpty(text)));

    private static IEnumerable<string?> Texts(SimulatedMessage message)
    {
        yield return message.Content;
        foreach (var embed in message.Embeds)
        {
            yield return embed.Author;
            yield return embed.Title;
            yield return embed.Description;
            foreach (var field in embed.Fields)
            {
                yield return $"{field.Name}: {field.Value}";
            }

            yield return embed.Footer;
        }
    }

    private static string Unescape(string text) => Escape().Replace(text, "$1");

    [GeneratedRegex(@"\\([!-/:-@\[-`{-~])")]
    private static partial Regex Escape();
}
