namespace TypedWebhookAlerts.Generators.Analyzers.Formats;

/// <summary>What stands in a hole for a timestamp of Discord's: <c>{at:&lt;t:R&gt;}</c>.</summary>
internal static class TimestampFormat
{
    /// <summary>Whether a format is meant as one, rightly written or not.</summary>
    public static bool IsMeant(string format)
        => format == "<t>"
            || (format.StartsWith("<t:", StringComparison.Ordinal) && format.EndsWith(">", StringComparison.Ordinal));
}
