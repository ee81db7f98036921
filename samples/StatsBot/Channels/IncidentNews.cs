using System.Text.RegularExpressions;

namespace StatsBot.Channels;

/// <summary>Reads the lines that the library adds to an incident's message: how it goes, and its end.</summary>
/// <remarks>User text cannot imitate them: the library escapes what would be a time or bold.</remarks>
internal static partial class IncidentNews
{
    /// <summary>How many pieces of news a description or a content tells.</summary>
    public static long Count(string? text)
        => Told().Count(Course(text)) + Earlier().Matches(Course(text)).Sum(RepeatCounter.Count);

    /// <summary>The newest line; null where there is none.</summary>
    public static string? Newest(string? text) => Told().Matches(Course(text)).LastOrDefault()?.Value;

    // The course of things stands behind any code block, where nothing is escaped.
    private static string Course(string? text)
        => text?[(text.LastIndexOf("```", StringComparison.Ordinal) + 1)..] ?? "";

    [GeneratedRegex(
        @"^(<t:[0-9]+:T> |(🟢 )?\*\*Resolved after )[^\n]*$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Told();

    [GeneratedRegex(@"^-# (?<count>[0-9,]+) earlier updates?$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Earlier();
}
