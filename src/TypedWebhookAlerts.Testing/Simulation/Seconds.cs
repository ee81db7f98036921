using System.Globalization;

namespace TypedWebhookAlerts.Testing.Simulation;

/// <summary>Times as Discord writes them: seconds with milliseconds, rounded up, so that nobody who waits as told is
/// early.</summary>
internal static class Seconds
{
    public static string Format(TimeSpan time) => Milliseconds(time.Ticks);

    public static string FormatUnix(DateTimeOffset time) => Milliseconds((time - DateTimeOffset.UnixEpoch).Ticks);

    public static string FormatWhole(TimeSpan time)
        => ((long)Math.Ceiling(time.TotalSeconds)).ToString(CultureInfo.InvariantCulture);

    private static string Milliseconds(long ticks)
    {
        var milliseconds = (ticks + TimeSpan.TicksPerMillisecond - 1) / TimeSpan.TicksPerMillisecond;
        return (milliseconds / 1000m).ToString("0.000", CultureInfo.InvariantCulture);
    }
}
