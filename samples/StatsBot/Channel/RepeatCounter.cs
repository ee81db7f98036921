using System.Globalization;
using System.Text.RegularExpressions;
using TypedWebhookAlerts.Testing;

namespace StatsBot.Channel;

/// <summary>Reads the counter that the library puts under an alert which was raised more than once.</summary>
internal static partial class RepeatCounter
{
    /// <summary>How many equal alerts an embed stands for.</summary>
    public static long Read(SimulatedEmbed embed)
        => Counter().Match(embed.Description ?? string.Empty) is { Success: true } match
            ? long.Parse(match.Groups["count"].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture)
            : 1;

    // User text cannot imitate it: the library escapes what would be small print.
    [GeneratedRegex(@"(^|\n)-# ×(?<count>[0-9,]+)[^\n]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Counter();
}
