using Microsoft.Extensions.Logging;

namespace TypedWebhookAlerts.Benchmarks;

/// <summary>What is measured is what the generator writes.</summary>
internal static partial class BenchmarkAlerts
{
    [WebhookAlert(LogLevel.Error, "{message}", "error", Title = "Command failed", Footer = "StatsBot")]
    public static partial bool CommandFailed(
        this AlertPipeline pipeline,
        [AlertField] string component,
        string message,
        [UserId] ulong invokedBy,
        Exception exception);

    [WebhookAlert(LogLevel.Error, "{component} {count} {share}")]
    public static partial bool Measured(this AlertPipeline pipeline, string component, int count, double share);

    [WebhookAlert(LogLevel.Error, "{component} {count} {share}")]
    public static partial AlertReceipt Followed(this AlertPipeline pipeline, string component, int count, double share);

    [WebhookAlert(LogLevel.Debug, "{component} {count} {share}")]
    public static partial bool IgnoredByAmbient(string component, int count, double share);

    [WebhookAlert(LogLevel.Debug, "{component} {count} {share}")]
    public static partial bool Ignored(this AlertPipeline pipeline, string component, int count, double share);

    [WebhookAlert(LogLevel.Error, "{component}", MaxPerMinute = 1)]
    public static partial bool Limited(this AlertPipeline pipeline, string component);
}
