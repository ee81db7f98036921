using Microsoft.Extensions.Logging;

namespace TypedWebhookAlerts.Monitoring;

/// <summary>What the library says of the process by itself. Configuration knows each by its name.</summary>
internal static partial class StatusAlerts
{
    [WebhookAlert(LogLevel.Information, "",
        Title = "🟢 {bot} started", Color = 0x57F287, Footer = "{bot} System Monitor", CoalesceSeconds = 0)]
    public static partial void ApplicationStarted(
        AlertPipeline pipeline,
        string bot,
        [AlertField("Version", Inline = true)] string version,
        [AlertField("Host", Inline = true)] string host,
        [AlertField("Runtime", Inline = true)] string runtime,
        [AlertField("Start Took", Inline = true)] string took);

    [WebhookAlert(LogLevel.Information, "",
        Title = "🔴 {bot} is stopping", Color = 0x99AAB5, Footer = "{bot} System Monitor", CoalesceSeconds = 0)]
    public static partial void ApplicationStopping(
        AlertPipeline pipeline,
        string bot,
        [AlertField("Host", Inline = true)] string host,
        [AlertField("Uptime", Inline = true)] string uptime);

    [WebhookAlert(LogLevel.Information, "",
        Title = "💓 {bot} is alive", Color = 0x3498DB, Footer = "{bot} System Monitor", CoalesceSeconds = 0)]
    public static partial void Heartbeat(
        AlertPipeline pipeline,
        string bot,
        [AlertField("Host", Inline = true)] string host,
        [AlertField("Uptime", Inline = true)] string uptime,
        [AlertField("Alerts")] string ledger);

    [WebhookAlert(LogLevel.Critical, "", Title = "💥 Unhandled Exception", Footer = "{bot} Error Monitor")]
    public static partial void UnhandledException(
        AlertPipeline pipeline,
        string bot,
        [AlertField("Error Type", Inline = true)] string errorType,
        [AlertField("Thread", Inline = true)] string thread,
        [AlertField("Timestamp", Inline = true)] string timestamp,
        [AlertField("Message"), AlertKey] string message,
        [AlertField("Stack Trace", CodeBlock = true), AlertKey] Exception? exception);

    [WebhookAlert(LogLevel.Critical, "", Title = "💥 Background Service Failed", Footer = "{bot} Error Monitor")]
    public static partial void ServiceFailed(
        AlertPipeline pipeline,
        string bot,
        [AlertField("Error Type", Inline = true)] string errorType,
        [AlertField("Service", Inline = true), AlertKey] string service,
        [AlertField("Timestamp", Inline = true)] string timestamp,
        [AlertField("Message"), AlertKey] string message,
        [AlertField("Stack Trace", CodeBlock = true), AlertKey] Exception exception);

    // Each is found by a garbage collection, which may find thousands at once.
    [WebhookAlert(LogLevel.Error, "",
        Title = "🚨 Unobserved Task Exception", Footer = "{bot} Error Monitor", MaxPerMinute = 60)]
    public static partial void UnobservedException(
        AlertPipeline pipeline,
        string bot,
        [AlertField("Error Type", Inline = true)] string errorType,
        [AlertField("Timestamp", Inline = true)] string timestamp,
        [AlertField("Message"), AlertKey] string message,
        [AlertField("Stack Trace", CodeBlock = true), AlertKey] Exception exception);
}
