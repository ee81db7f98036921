namespace TypedWebhookAlerts.Hosting;

/// <summary>Says which value of the section cannot be read. The binder's own words repeat the value, which may be a
/// secret in the wrong place.</summary>
internal static class SectionMistake
{
    public static string Describe(InvalidOperationException exception)
    {
        const string Before = "' at '";
        const string After = "' to type";
        var message = exception.Message;
        var end = message.LastIndexOf(After, StringComparison.Ordinal);
        var start = end < 0 ? -1 : message.LastIndexOf(Before, end, StringComparison.Ordinal);
        return start < 0
            ? "The section WebhookAlerts holds a value that cannot be read."
            : $"{message[(start + Before.Length)..end]} holds a value that cannot be read.";
    }
}
