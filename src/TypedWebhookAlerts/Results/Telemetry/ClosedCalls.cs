using Microsoft.Extensions.Logging;

namespace TypedWebhookAlerts;

/// <summary>The calls that were refused because their pipeline was disposed, over all pipelines of the process: they
/// come when nobody counts with the pipeline any more.</summary>
internal static class ClosedCalls
{
    private static readonly LevelCounts s_counts = new(rows: 1);

    public static void Count(LogLevel level) => s_counts.Add(0, level, 1);

    public static long Of(LogLevel level) => s_counts.Read(0, level);
}
