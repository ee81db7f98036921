using System.Text.RegularExpressions;
using TypedWebhookAlerts.Tests.Rendering;

namespace TypedWebhookAlerts.Generators.Tests.Promise.Delivery;

/// <summary>
/// Looks for what an argument said and Discord would read as a mark. It knows an argument's by its words (see
/// <see cref="Arguments.HostileText"/>), so the developer's own formatting around it does not disturb.
/// </summary>
internal static partial class LiveMarks
{
    /// <summary>The first mark of an argument's in a text that Discord reads as markdown; null if there is
    /// none.</summary>
    public static string? FindInMarkdown(string text) => Find(Mark(), text) ?? FindInline(text);

    /// <summary>The same in a title or a field's name, where there are styles and nothing else.</summary>
    public static string? FindInline(string text) => Find(Style(), text);

    private static string? Find(Regex mark, string text)
    {
        // An escaped character is text, and so is all that stands in code; an address meant as one is one whole.
        var bare = Address().Replace(DiscordReader.WithoutCodeAndEscapes(text), "x");
        return mark.Match(bare) is { Success: true } match ? $"'{match.Value}' in: {text}" : null;
    }

    // A literal's, and a Uri's: no text can begin with the bracket. One that is no link's target goes on past a
    // parenthesis.
    [GeneratedRegex(
        """
        (?<=\[[^\[\]\n]*\]\()https://dash\.example/[^\s<>)]* |
        https://dash\.example/[^\s<>]* |
        <https?://link\.example/[^\s<>]*>
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase)]
    private static partial Regex Address();

    [GeneratedRegex(@"(\*|_|~~|\|\||`)evil", RegexOptions.IgnoreCase)]
    private static partial Regex Style();

    // A true moment or id may begin with the same digits; it goes on. What is cut before its bracket is no mark.
    [GeneratedRegex(
        """
        <(@[!&]?|\#|t:|a?:evil:|/evil:)4242(:[a-z])?> |
        @(everyone|here) |
        (https?|discord|steam)://evil |
        \[evil\]\( |
        ^[^\S\n]*(>|>>>|\#{1,3}|-\#|-|\*|\d+\.)[^\S\n]+evil
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex Mark();
}
