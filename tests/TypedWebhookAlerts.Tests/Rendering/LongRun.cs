using System.Globalization;
using Xunit;

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

    /// <summary>Takes how many values held; null where nobody asks.</summary>
    public static Action<string>? Tell { get; } =
        Seconds > 0 ? text => Console.Error.WriteLine($"{TestContext.Current.TestMethod?.MethodName}: {text}") : null;

    /// <summary>The values in an ordinary run; without end where seconds count.</summary>
    public static long Values(int ordinary) => Seconds > 0 ? long.MaxValue : ordinary;
}
