using System.Globalization;
using CsCheck;

namespace TypedWebhookAlerts.Generators.Tests.Promise.Arguments;

/// <summary>
/// Texts that want to be more than text. Every mark in them is built around the word <c>evil</c>, the number 4242 or a
/// mass mention, none of which a declaration says: where one of them is shown with a meaning, an argument got it.
/// </summary>
internal static class HostileText
{
    public const int EndlessLength = 100_000;

    private static readonly string[] s_pieces =
    [
        "x", "word ", "snake_case", "C:\\path\\x", "\\", "*", "_", "~~", "||", "`", "``", "```", "```cs\nevil",
        "```evil", "**evil**", "__evil__", "_evil_", "~~evil~~", "||evil||", "`evil`",
        "[evil](https://evil.example)", "](", ")", "https://evil.example/a_b", "http://evil.example",
        "discord://evil", "//evil.example", "HTTPS://evil.example",
        "<@4242>", "<@&4242>", "<@!4242>", "<#4242>", "<t:4242:R>", "<:evil:4242>", "</evil:4242>", "@4242>", "@", "<",
        "@everyone", "@here", "everyone", "here", "# evil", "\n# evil", "\n> evil", ">>> evil", "\n- evil", "\n-# evil",
        "\n1. evil", "- evil", "-# evil", " ", "\n", "\r\n", "\r", "\t", "\u2028", "\u00A0", "\u3000", "\uFEFF",
        "😀", "👩\u200D🚀", "é", "e\u0301", "שלום", "日本", "\uD83D", "\uDE00", "\u200B", "\u202E", "\u2066", "\u3164",
        "\0", "\a", "\u001B[31m", "\u007F", "\u0085", "\"", "{", "}", "\",\"tts\":true,\"x\":\"", "\\u0000", "…",
        "1.", "-",
    ];

    private static readonly Gen<string> s_mixed = Gen.OneOfConst(s_pieces).Array[0, 12].Select(string.Concat);

    private static readonly Gen<string> s_repeated = Gen.Select(
        Gen.OneOfConst(s_pieces), Gen.OneOfConst(31, 255, 256, 257, 1023, 1024, 1025, 2048, 4096))
        .Select((piece, count) => string.Concat(Enumerable.Repeat(piece, count)));

    // As long as a field's value, and twice as long once escaped.
    private static readonly Gen<string> s_escapes = Gen.OneOfConst('*', '_', '\\', '`', '|')
        .Select(mark => new string(mark, 1024));

    private static readonly Gen<string> s_endless = Gen
        .OneOfConst(" ", "x", "*", "\u200B", "😀", "\n", "`", "\uD83D", "\"")
        .Select(piece => string.Concat(Enumerable.Repeat(piece, EndlessLength / piece.Length)));

    private static readonly Gen<string> s_blank = Gen
        .OneOfConst(" ", "\n", "\t", "\u00A0", "\u3000", "\u200B", "\uFEFF")
        .Array[1, 6].Select(string.Concat);

    public static readonly Gen<string> Any = Gen.Frequency(
        (20, s_mixed), (4, Gen.String[0, 40]), (8, s_repeated), (2, s_escapes), (4, s_blank), (1, s_endless),
        (1, Gen.Const("")));

    public static readonly Gen<string?> OrNull = Gen.Frequency(
        (12, Any.Select(text => (string?)text)), (1, Gen.Const((string?)null)));

    /// <summary>What makes a text hostile, found by looking at it.</summary>
    public static IEnumerable<HostileClass> ClassesOf(string? text)
        => text is null
            ? [HostileClass.Null]
            : Enum.GetValues<HostileClass>().Where(candidate => Is(candidate, text));

    private static bool Is(HostileClass candidate, string text) => candidate switch
    {
        HostileClass.Empty => text.Length == 0,
        HostileClass.OnlyWhiteSpace => text.Length > 0 && string.IsNullOrWhiteSpace(text),
        HostileClass.BeyondTheBmp => text.EnumerateRunes().Any(rune => !rune.IsBmp),
        HostileClass.LoneSurrogate => HasLoneSurrogate(text),
        HostileClass.Endless => text.Length >= EndlessLength,
        HostileClass.Markdown => ContainsAny(text, "**evil", "__evil", "~~evil", "||evil", "# evil", "[evil]"),
        HostileClass.Fence => ContainsAny(text, "```"),
        HostileClass.Mention => ContainsAny(text, "@everyone", "@here", "<@", "<#4242"),
        HostileClass.Url => ContainsAny(text, "://evil"),
        HostileClass.BidiOrInvisible => ContainsAny(text, "\u200B", "\u202E", "\u2066", "\u3164", "\uFEFF"),
        HostileClass.Control => text.Any(unit => char.IsControl(unit) && !char.IsWhiteSpace(unit)),
        HostileClass.JsonSyntax => ContainsAny(text, "\"", "\\"),
        _ => false,
    };

    private static bool ContainsAny(string text, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (text.Contains(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasLoneSurrogate(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (CharUnicodeInfo.GetUnicodeCategory(text[i]) != UnicodeCategory.Surrogate)
            {
                continue;
            }

            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
            {
                return true;
            }

            i++;
        }

        return false;
    }
}
