namespace TypedWebhookAlerts.Generators.Analyzers.Formats;

/// <summary>The formats of time spans. Unlike a moment's, they take no character that is not one of theirs.</summary>
internal static class TimeSpanFormats
{
    private const string Standard = "cgGtT";

    public static string? Problem(string format)
        => format.Length == 1
            ? Standard.IndexOf(format[0]) >= 0 ? null : "a TimeSpan takes c, g or G, or a custom format such as '%h'"
            : new CustomFormat(format, LongestRun).Problem() is { } problem ? "in a TimeSpan's format " + problem : null;

    private static int LongestRun(char character)
        => character switch
        {
            'd' => 8,
            'h' or 'm' or 's' => 2,
            'f' or 'F' => 7,
            _ => 0,
        };
}
