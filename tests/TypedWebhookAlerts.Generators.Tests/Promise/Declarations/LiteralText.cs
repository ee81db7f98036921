using System.Text;
using CsCheck;

namespace TypedWebhookAlerts.Generators.Tests.Promise.Declarations;

/// <summary>What developers write in literals: formatting, quotes, other scripts, texts as long as a limit.</summary>
internal static class LiteralText
{
    private static readonly string[] s_pieces =
    [
        "Shard ", " lost its gateway", ": ", "**", "__", "~~", "||", "`", "``", "```\n", "```cs\n", "\\", "<", "@",
        "http:", "https://dash.example/", "see https://dash.example/d?q=", "- ", "\n- ", "\n# ", "\n> ", "\n1. ",
        "[", "](", ")", "[runbook](https://dash.example/)", "\"quoted\"", "{{", "}}",
        "🚨 ", "e\u0301", "שלום", "日本", "\n", "\r\n", "\t",
        "\u202E", "\uD800", "\0", "\u2028", "\u200B", " ", "…", "'", "$", "/*", "u8", "<@", ">",
    ];

    // One unit is one or more code points, none of which Discord trims, and none begins a mark that is cut as a whole.
    private static readonly string[] s_units = ["x", "😀", "é", "e\u0301", "ש", "漢", "👩\u200D🚀", "\"", "𝔸"];

    public static readonly Gen<string> Any = Gen.OneOfConst(s_pieces).Array[1, 5].Select(string.Concat);

    /// <summary>A text of exactly so many code points.</summary>
    public static Gen<string> OfLength(string start, int codePoints)
        => Gen.OneOfConst(s_units).Select(unit => Fill(start, unit, codePoints));

    public static int CodePoints(string text) => text.EnumerateRunes().Count();

    /// <summary>How a text is shown where there is room for so many code points.</summary>
    public static string Shown(string text, int limit)
        => CodePoints(text) <= limit
            ? text
            : string.Concat(text.EnumerateRunes().Take(limit - 1).Select(rune => rune.ToString())) + "…";

    private static string Fill(string start, string unit, int codePoints)
    {
        var text = new StringBuilder(start);
        var left = codePoints - CodePoints(start);
        for (var length = CodePoints(unit); left >= length + 1; left -= length)
        {
            text.Append(unit);
        }

        return text.Append('x', left).ToString();
    }
}
