namespace TypedWebhookAlerts.Generators.Analyzers.Formats;

/// <summary>The formats of dates, times of day and both together.</summary>
internal static class MomentFormats
{
    private const string Dates = "dDmMoOrRyY";
    private const string Times = "oOrRtT";
    private const string Moments = "dDfFgGmMoOrRstTuyY";

    // What a custom format of the one may not name, for it belongs to the other. That .NET means 'K' by 'k' in times
    // is its own slip, and a test notices when it is mended.
    private const string OnlyInTimes = ":tfFhHmszK";
    private const string OnlyInDates = "/dMyzk";

    public static string? DateTime(string format)
        => Problem(format, "DateTime", Moments + "U", refused: string.Empty);

    public static string? DateTimeOffset(string format)
        => Problem(format, "DateTimeOffset", Moments, refused: string.Empty);

    public static string? DateOnly(string format) => Problem(format, "DateOnly", Dates, OnlyInTimes);

    public static string? TimeOnly(string format) => Problem(format, "TimeOnly", Times, OnlyInDates);

    private static string? Problem(string format, string type, string standard, string refused)
    {
        if (format.Length == 1)
        {
            return standard.IndexOf(format[0]) >= 0
                ? null
                : $"a {type} takes {string.Join(", ", standard.AsEnumerable())}, or a custom format of two characters "
                    + "or more";
        }

        var problem = FirstLook(format, refused) ?? new CustomFormat(format, LongestRun).Problem();
        return problem is null ? null : $"in a {type}'s format {problem}";
    }

    // .NET looks for what is refused before it reads the format, and knows no backslash inside a quotation then.
    private static string? FirstLook(string format, string refused)
    {
        for (var i = 0; i < format.Length && refused.Length > 0; i++)
        {
            switch (format[i])
            {
                case '\\':
                    i++;
                    break;
                case '\'' or '"':
                    i = format.IndexOf(format[i], i + 1);
                    break;
                case var character when refused.IndexOf(character) >= 0:
                    return $"'{character}' has nothing to show";
            }

            if (i < 0 || i >= format.Length)
            {
                return "a quotation is not closed, or a '\\' is the last character";
            }
        }

        return null;
    }

    private static int LongestRun(char character) => character is 'f' or 'F' ? 7 : CustomFormat.Any;
}
