using System.Globalization;

namespace TypedWebhookAlerts.Tests.Rendering;

/// <summary>How long a property is looked at: a moment in the ordinary run, <c>LONG_RUN</c> seconds where that is
/// set.</summary>
internal static class LongRun
{
    /// <summary>The seconds; -1 to count values instead.</summary>
    public static int Seconds { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("LONG_RUN"), CultureInfo.InvariantCulture, out var seconds)
            ? seconds
            : -1;

    /// <summary>The values in an ordinary run; without end where seconds count.</summary>
    public static long Values(int ordinary) => Seconds > 0 ? long.MaxValue : ordinary;
}
