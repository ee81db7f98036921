using System.Text.RegularExpressions;

namespace TypedWebhookAlerts.Tests.Rendering.Reading;

/// <summary>What Discord finds at the start of a line, after spaces.</summary>
internal static partial class LineForms
{
    private const RegexOptions Options = RegexOptions.Singleline | RegexOptions.CultureInvariant;

    // Number signs at the end go with the mark.
    [GeneratedRegex(@"\G#{1,3}\s+(?!#)([^\n]*?)\s*#*[^\S\n]*(?:\n|\z)", Options)]
    public static partial Regex Heading();

    [GeneratedRegex(@"\G-# +(?!-#)([^\n]+)\n?", Options)]
    public static partial Regex Subtext();

    [GeneratedRegex(@"\G>>> (.*)", Options)]
    public static partial Regex QuoteOfAll();

    [GeneratedRegex(@"\G(?: *> ([^\n]*)(?:\n|\z))+", Options)]
    public static partial Regex Quote();

    // What is indented belongs to the item. Whether a plus is a bullet is told differently; here it is.
    [GeneratedRegex(@"\G((?:[*+-]|[0-9]+\.) +)(.[^\n]*(?:\n [^\n]*)*)\n?", Options)]
    public static partial Regex ListItem();
}
