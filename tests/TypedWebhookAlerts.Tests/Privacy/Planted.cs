using System.Text.RegularExpressions;
using TypedWebhookAlerts.Privacy;

namespace TypedWebhookAlerts.Tests.Privacy;

/// <summary>Secrets that only tests know, and what takes them out: so a test sees what reaches the scrubber, and whether it
/// was whole.</summary>
internal static partial class Planted
{
    /// <summary>What shows in a secret's place.</summary>
    public const string Word = "[redacted:planted]";

    private static readonly string s_body = string.Concat(Enumerable.Repeat("Qz7", 20));

    /// <summary>A secret of one word.</summary>
    public static string Secret { get; } = "plant_" + s_body;

    /// <summary>A secret of many lines, each of which is one of its own.</summary>
    public static string Lines { get; } = $"<<plant\n{string.Concat(Enumerable.Repeat(s_body + "\n", 40))}plant>>";

    /// <summary>A secret by its key alone.</summary>
    public static string Value => "kv" + s_body;

    public static TextRedactor Redactor { get; } = With(UserIdMask.None);

    public static TextRedactor With(UserIdMask userIds) => new(Scrub, userIds);

    /// <summary>Whether a part of a secret is in a text that tells something of it.</summary>
    public static bool IsIn(string text) => text.Contains("Qz7Qz7", StringComparison.Ordinal);

    private static string? Scrub(ReadOnlySpan<char> text, ReadOnlySpan<char> before, bool isCut)
    {
        var scrubbed = Whole().Replace(text.ToString(), Word);
        scrubbed = isCut ? Half().Replace(scrubbed, Word) : scrubbed;
        scrubbed = Key().IsMatch(before) && scrubbed.StartsWith("kv", StringComparison.Ordinal) ? Word : scrubbed;
        return text.SequenceEqual(scrubbed) ? null : scrubbed;
    }

    [GeneratedRegex("plant_(Qz7){20}|<<plant(.|\n)*?plant>>")]
    private static partial Regex Whole();

    [GeneratedRegex("(plant_|<<plant)[Qz7\n]*$")]
    private static partial Regex Half();

    [GeneratedRegex("(pass word|password|Api key)(=|: )$")]
    private static partial Regex Key();
}
