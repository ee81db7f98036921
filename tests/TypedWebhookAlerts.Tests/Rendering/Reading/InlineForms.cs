using System.Text.RegularExpressions;

namespace TypedWebhookAlerts.Tests.Rendering.Reading;

/// <summary>
/// What Discord finds inside a line, each form as it is matched from its first character on. Found by others by
/// comparing with its desktop client, whose parser is derived from simple-markdown: it takes the first form that matches,
/// from left to right, and then looks into what the form holds. So a style that opens before code may end inside it.
/// </summary>
internal static partial class InlineForms
{
    private const RegexOptions Options = RegexOptions.Singleline | RegexOptions.CultureInvariant;

    /// <summary>Styles in the order in which they are tried; the longer of an italic and a bold one wins.</summary>
    public static readonly (Regex Form, Look Look)[] Styles =
    [
        (Asterisk(), Look.Italic), (Underscore(), Look.Italic), (Asterisks(), Look.Bold),
        (Underscores(), Look.Underlined),
        (Tildes(), Look.Struck), (Bars(), Look.Spoiler),
    ];

    /// <summary>What stands for something else.</summary>
    public static readonly Regex[] Marks = [Mention(), Emoji(), Moment(), Command(), Place(), Everyone()];

    /// <summary>What is read wherever styles are.</summary>
    public static readonly Regex[] StyledMarks = [Emoji(), Shortcode()];

    [GeneratedRegex(@"\G\\([^0-9A-Za-z\s])", Options)]
    public static partial Regex Escape();

    // The language is one word alone on the first line.
    [GeneratedRegex(@"\G```(?:([a-zA-Z_\-+.0-9]*)\n)?(.*?[^\n].*?)```", Options)]
    public static partial Regex Fence();

    [GeneratedRegex(@"\G(`+)(.+?)(?<!`)\1(?!`)", Options)]
    public static partial Regex Code();

    // A label holds brackets in pairs, and backslashes are nothing in it.
    [GeneratedRegex(
        @"\G\[((?:\[[^\]]*\]|[^\[\]])*[^\[]*)\]\(\s*(<)?((?:\([^)]*\)|[^\s\\]|\\[^\n])*?)>?(?:\s+['""].*?['""])?\s*\)",
        Options)]
    public static partial Regex MaskedLink();

    [GeneratedRegex(@"\G(?:https?|steam|discord)://[^\s<]+[^<.,:;""'\]\s]", Options | RegexOptions.IgnoreCase)]
    public static partial Regex BareLink();

    // Also an e-mail address and a telephone number.
    [GeneratedRegex(@"\G<([^: >]+:/[^ >]+|[^\s<>@]+@[^\s<>]+|\+[0-9]+)>", Options)]
    public static partial Regex AngleLink();

    [GeneratedRegex(@"\G\*(?!\s)((?:\\.|\*\*|[^*\\])+?)(?<!\s) {0,2}\*(?!\*)", Options)]
    private static partial Regex Asterisk();

    // It may open inside a word, and not close inside one.
    [GeneratedRegex(@"\G_((?:\\.|__|[^_\\])+?)_(?![a-zA-Z0-9_])", Options)]
    private static partial Regex Underscore();

    [GeneratedRegex(@"\G\*\*((?:\\.|[^\\])+?)\*\*(?!\*)", Options)]
    private static partial Regex Asterisks();

    [GeneratedRegex(@"\G__((?:\\.|[^\\])+?)__(?!_)", Options)]
    private static partial Regex Underscores();

    // Of these two no escape is seen inside.
    [GeneratedRegex(@"\G~~(.+?)~~(?!_)", Options)]
    private static partial Regex Tildes();

    [GeneratedRegex(@"\G\|\|(.+?)\|\|", Options)]
    private static partial Regex Bars();

    [GeneratedRegex(@"\G<(?:@[!&]?|#)[0-9]+>", Options)]
    private static partial Regex Mention();

    [GeneratedRegex(@"\G<a?:[a-zA-Z_0-9]+:[0-9]+>", Options)]
    private static partial Regex Emoji();

    [GeneratedRegex(@"\G<t:-?[0-9]+(?::[tTdDfFsSR])?>", Options)]
    private static partial Regex Moment();

    [GeneratedRegex(@"\G</[^:<>\n]+:[0-9]+>", Options)]
    private static partial Regex Command();

    [GeneratedRegex(@"\G<id:[a-z\-]+(?::[0-9]+)?>", Options)]
    private static partial Regex Place();

    [GeneratedRegex(@"\G@(?:everyone|here)", Options)]
    private static partial Regex Everyone();

    // Which names there are is not known here: whatever could be one counts.
    [GeneratedRegex(@"\G:(?=[0-9_+\-]*[a-z]|[+\-]1:|100:|1234:)[a-z0-9_+\-]+:", Options)]
    private static partial Regex Shortcode();
}
