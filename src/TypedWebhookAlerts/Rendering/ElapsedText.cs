using System.Globalization;

namespace TypedWebhookAlerts.Rendering;

/// <summary>Tells a time as people do: in its two largest units.</summary>
internal static class ElapsedText
{
    public static string Of(TimeSpan elapsed) => elapsed switch
    {
        { TotalSeconds: < 1 } => "less than a second",
        { TotalMinutes: < 1 } => Write($"{elapsed.Seconds} s"),
        { TotalHours: < 1 } => Write($"{elapsed.Minutes} min {elapsed.Seconds} s"),
        { TotalDays: < 1 } => Write($"{elapsed.Hours} h {elapsed.Minutes} min"),
        _ => Write($"{elapsed.Days} d {elapsed.Hours} h"),
    };

    private static string Write(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
