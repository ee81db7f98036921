using Microsoft.Extensions.Logging;

namespace TypedWebhookAlerts.AotSmoke.Alerts.Deployment;

/// <summary>One type over several files, with types inside it.</summary>
internal static partial class Deployment
{
    [WebhookAlert(LogLevel.Information, "{service} {version} is live", "info", Title = "🚀 Deployed")]
    public static partial void Live(string service, Version version);

    [WebhookAlert(LogLevel.Error, "{service} failed its health check: {reason}")]
    public static partial void Unhealthy(string service, string reason);

    internal static partial class Canary
    {
        [WebhookAlert(LogLevel.Warning, "{service} at {share:P0}")]
        public static partial void Shifted(string service, decimal share);

        [WebhookAlert(LogLevel.Error, "{service} rolled back", CoalesceSeconds = 3600)]
        public static partial bool RolledBack(string service);

        internal readonly partial record struct Gate(AlertPipeline Alerts)
        {
            [WebhookAlert(LogLevel.Warning, "Gate {name} is closed")]
            public readonly partial void Closed(string name);
        }
    }

    private enum Stage
    {
        Build,
        Test,
    }

    [WebhookAlert(LogLevel.Error, "Stage {stage} failed")]
    private static partial void StageFailed(Stage stage);
}
