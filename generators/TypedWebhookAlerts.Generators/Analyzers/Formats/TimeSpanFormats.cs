namespace TypedWebhookAlerts.Generators.Analyzers.Formats;

/// <summary>The formats of time spans. Unlike a moment's, they take no character that is not one of theirs.</summary>
internal static class TimeSpanFormats
{
    private const string Standard = "cgGtT";

    public static string? Problem(string format)
    {
        if (format.Length == 1)
        {
            return Standard.IndexOf(format[0]) >= 0
                ? null
                : "a TimeSpan takes c, g or G, or a custom format such as '%h'";
        }

        var problem = new CustomFormat(format, LongestRun).Problem();
        return problem is null ? null : "in a TimeSpan's format " + problem;
    }

    private static int LongestRun(char character)
        => character switch
        {
            'd' => 8,
            'h' or 'm' or 's' => 2,
            'f' or 'F' => 7,
            _ => 0,
        };
}
