using System.Globalization;
using System.Text.RegularExpressions;
using TypedWebhookAlerts.Testing;

namespace StatsBot.Channels;

/// <summary>Reads the counter that the library puts under an alert which was raised more than once.</summary>
internal static partial class RepeatCounter
{
    /// <summary>How many equal alerts an embed stands for.</summary>
    public static long Read(SimulatedEmbed embed)
        => Counter().Match(embed.Description ?? string.Empty) is { Success: true } match
            ? long.Parse(match.Groups["count"].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture)
            : 1;

    /// <summary>How many repeats the counters of a text tell of.</summary>
    public static long Repeats(string text)
        => Counters().Matches(text).Sum(match =>
            long.Parse(match.Groups["count"].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture) - 1);

    /// <summary>How many alerts end in a text by their time, in small print.</summary>
    public static long Times(string text) => EndTimes().Count(text);

    [GeneratedRegex(@"^-# ×(?<count>[0-9,]+) · <t:", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Counters();

    [GeneratedRegex(@"^-# (?!×|and )[^\n]*<t:[0-9]+:T>$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex EndTimes();

    // User text cannot imitate it: the library escapes what would be small print.
    [GeneratedRegex(@"(^|\n)-# ×(?<count>[0-9,]+)[^\n]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Counter();
}
