using System.Globalization;
using System.Text.RegularExpressions;
using TypedWebhookAlerts.Testing;

namespace StatsBot.Channels;

/// <summary>Reads the counter that the library puts under an alert which was raised more than once.</summary>
/// <remarks>User text cannot imitate it: the library escapes what would be small print.</remarks>
internal static partial class RepeatCounter
{
    /// <summary>How many equal alerts an embed stands for.</summary>
    public static long Read(SimulatedEmbed embed)
        => LastLine().Match(embed.Description ?? string.Empty) is { Success: true } match ? Count(match) : 1;

    /// <summary>How many repeats the counters of a content tell of.</summary>
    public static long Repeats(string content) => AnyLine().Matches(content).Sum(match => Count(match) - 1);

    /// <summary>How many alerts a content holds: each ends with its time, in small print.</summary>
    public static long Alerts(string content) => EndTimes().Count(content);

    /// <summary>The number in a match.</summary>
    public static long Count(Match match)
        => long.Parse(match.Groups["count"].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);

    // In an embed the counter comes last, behind any code block, where nothing is escaped.
    [GeneratedRegex(@"(^|\n)-# ×(?<count>[0-9,]+)[^\n]*$", RegexOptions.CultureInvariant)]
    private static partial Regex LastLine();

    // A content runs alerts together, so that a counter may stand anywhere.
    [GeneratedRegex(@"^-# ×(?<count>[0-9,]+) · <t:", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex AnyLine();

    [GeneratedRegex(@"^-# (?!×|and )[^\n]*<t:[0-9]+:T>$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex EndTimes();
}
