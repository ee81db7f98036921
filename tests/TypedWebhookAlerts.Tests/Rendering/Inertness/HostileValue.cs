using CsCheck;

namespace TypedWebhookAlerts.Tests.Rendering.Inertness;

/// <summary>Values that want to be more than text: marks, halves of marks, and what hides or turns round.</summary>
internal static class HostileValue
{
    private static readonly string[] s_marks =
    [
        "*", "**", "***", "_", "__", "~", "~~", "|", "||", "`", "``", "```", "````", "```cs\n", "\\", "\\\\",
        "[", "]", "(", ")", "](", "[a](https://evil.example)", "](https://evil.example)", "[[", "]]",
        "https://evil.example/a_b", "http://e.vil", "HTTP://e.vil", "discord://evil", "steam://run", "http", "https:", "://",
        "//", "/", ":", ":fire:", ":+1:", ":100:", ":a", "a:", "12:30:45", "<https://evil.example>", "<a:/b>", "<a@b.c>",
        "<+123>", "<1:/x>", "<", ">", "<@1>", "<@!1>", "<@&1>", "<#1>", "<:a:1>", "<a:a:1>", "</a:1>", "<t:1:R>", "<id:guide>",
        "</", "<a:", "<t:", "<id:", "1>", "@", "@everyone", "@here", "everyone", "here",
        "#", "# ", "## x", "#### ", "-#", "-# ", ">", "> ", ">>> ", "-", "- ", "+ ", "* ", "1.", "1. ", "12", ".", "C#",
    ];

    private static readonly string[] s_words =
    [
        "a", "word ", "b", "Shard 3", "snake_case", "C:\\path\\x", "x", "evil", "\u0041", "é", "日本", "שלום", "نص", "0", "7",
    ];

    private static readonly string[] s_spaces =
        [" ", "  ", "   ", "\n", "\n", "\n\n", "\r\n", "\rx", "\t", "\u00A0", "\u3000", "\u2028", "\u2029", "\v", "\f"];

    private static readonly string[] s_unseen =
    [
        "\u200B", "\u200C", "\u200D", "\u200E", "\u200F", "\u061C", "\u202A", "\u202E", "\u2060", "\u2063", "\u2066", "\u2069",
        "\uFEFF", "\u00AD", "\u180E", "\U000E0001", "\U000E0041", "\u3164", "\u115F", "\uFFA0", "\u034F", "\uFE0F",
        "\0", "\a", "\u001B[31m", "\u009B31m", "\u007F", "\u0085", "\uD83D", "\uDE00", "e\u0301", "😀", "👩\u200D🚀", "❤\uFE0F",
        "аdmin", "…", "\"", "{", "}", "\\u0000",
    ];

    /// <summary>One of them, or a few put together.</summary>
    public static readonly Gen<string> Any = Gen.Frequency(
        (12, Gen.Frequency(
            (6, Gen.OneOfConst(s_marks)), (2, Gen.OneOfConst(s_words)), (2, Gen.OneOfConst(s_spaces)),
            (1, Gen.OneOfConst(s_unseen))).Array[0, 8].Select(string.Concat)),
        (6, Gen.OneOfConst(s_marks).Array[1, 4].Select(string.Concat)),
        (3, Gen.String[Gen.OneOfConst([.. "*_~|`\\[]()<>@#:/-+.1 \naah"]), 0, 14]),
        (2, Gen.String[0, 20]));
}
