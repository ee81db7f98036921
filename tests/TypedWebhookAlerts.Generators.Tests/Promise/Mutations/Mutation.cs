namespace TypedWebhookAlerts.Generators.Tests.Promise.Mutations;

/// <summary>Something that the library does, as it can be switched off in a copy of it.</summary>
/// <param name="Name">What is switched off.</param>
/// <param name="File">The source file, from the library's folder.</param>
/// <param name="Text">A text that the file holds exactly once.</param>
/// <param name="Replacement">What stands there in the copy; <c>$off</c> is whether the mutation is on.</param>
/// <param name="Turns">The test of the promise that must turn red.</param>
internal sealed record Mutation(string Name, string File, string Text, string Replacement, string Turns)
{
    public static readonly IReadOnlyList<Mutation> All =
    [
        new(
            "escaping", "Rendering/Markdown.cs",
            "ReadOnlySpan<byte> rest) => rune.Value switch",
            "ReadOnlySpan<byte> rest) => !$off && rune.Value switch",
            nameof(PromiseTests.NoArgumentFormatsLinksOrMentionsAnything)),
        new(
            "taking mass mentions apart", "Rendering/Markdown.cs",
            "=> MayBecome(rest, \"everyone\"u8) || MayBecome(rest, \"here\"u8);",
            "=> !$off && (MayBecome(rest, \"everyone\"u8) || MayBecome(rest, \"here\"u8));",
            nameof(PromiseTests.NoArgumentFormatsLinksOrMentionsAnything)),
        new(
            "keeping fences closed", "Rendering/PartWriter.cs",
            "if (_codeBackticks == MarkdownState.Fence)",
            "if (_codeBackticks == MarkdownState.Fence && !$off)",
            nameof(PromiseTests.NoCodeBlockIsLeftOpen)),
        new(
            "counting code points and not UTF-16 units", "Rendering/PartText.cs",
            "var cost = isEscaped ? 2 : 1;",
            "var cost = (isEscaped ? 1 : 0) + ($off ? rune.Utf16SequenceLength : 1);",
            nameof(PromiseTests.ALiteralIsShownWholeUpToItsLimitAndCutAtItBeyond)),
        new(
            "counting what escapes take", "Rendering/PartText.cs",
            "_codePoints += cost;",
            "_codePoints += $off ? 1 : cost;",
            nameof(PromiseTests.DiscordRefusesNothing)),
        new(
            "cutting", "Rendering/PartText.cs",
            "if (cost > Room)",
            "if (cost > Room && !$off)",
            nameof(PromiseTests.DiscordRefusesNothing)),
        new(
            "trimming what shows nothing", "Rendering/AlertParts.cs",
            "if (!part.IsVisible && !part.IsCut)",
            "if (!part.IsVisible && !part.IsCut && !$off)",
            nameof(PromiseTests.DiscordRefusesNothing)),
        new(
            "escaping JSON's quotes", "Rendering/Utf8Buffer.cs",
            "Append(\"\\\\\\\"\"u8);",
            "Append($off ? \"\\\"\"u8 : \"\\\\\\\"\"u8);",
            nameof(PromiseTests.DiscordRefusesNothing)),
        new(
            "replacing control characters", "Rendering/Legible.cs",
            "< 0x20 => new Rune(0x2400 + rune.Value),",
            "< 0x20 => $off ? rune : new Rune(0x2400 + rune.Value),",
            nameof(PromiseTests.DiscordRefusesNothing)),
        new(
            "forbidding pings", "Rendering/DiscordPayload.cs",
            "\"\\\"allowed_mentions\\\":{\\\"parse\\\":[]}\"u8",
            "$off ? \"\\\"flags\\\":0\"u8 : \"\\\"allowed_mentions\\\":{\\\"parse\\\":[]}\"u8",
            nameof(PromiseTests.NoMessagePings)),
    ];

    /// <summary>The copy's own file: it asks the process which mutation is on.</summary>
    public const string Switch = """
        namespace TypedWebhookAlerts;

        internal static class Mutant
        {
            private static readonly string? s_on = System.Environment.GetEnvironmentVariable("MUTATION");

            public static bool Is(string name) => name == s_on;
        }
        """;

    /// <summary>The variable that switches a mutation on.</summary>
    public const string Variable = "MUTATION";

    /// <summary>Makes the mutation in a source.</summary>
    public string ApplyTo(string source)
    {
        var parts = source.Split(Text);
        if (parts.Length != 2)
        {
            throw new InvalidOperationException(
                $"'{Name}' cannot be switched off: {File} holds {parts.Length - 1} times and not once: {Text}");
        }

        return string.Join(Replacement.Replace("$off", $"Mutant.Is(\"{Name}\")", StringComparison.Ordinal), parts);
    }
}
