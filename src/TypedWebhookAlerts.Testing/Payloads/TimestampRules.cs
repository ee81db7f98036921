using System.Globalization;
using System.Text.RegularExpressions;

namespace TypedWebhookAlerts.Testing.Payloads;

/// <summary>What the simulator takes as a time: RFC 3339, the form that Discord's schema names. Discord itself takes
/// more of ISO 8601.</summary>
internal static partial class TimestampRules
{
    public static bool TryParse(string text, out DateTimeOffset time)
    {
        time = default;
        return Rfc3339().IsMatch(text)
            && DateTimeOffset.TryParse(
                text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time);
    }

    [GeneratedRegex(
        @"\A[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex Rfc3339();
}
