using Microsoft.Extensions.Logging;

namespace TypedWebhookAlerts.AotSmoke.Alerts.Deployment;

internal static partial class Deployment
{
    [WebhookAlert(LogLevel.Information, "{nodes} of {total} nodes", "info")]
    public static partial void Progress(int nodes, int total);

    [WebhookAlert(LogLevel.Error, "Node {node} is lost", Title = "Node lost")]
    public static partial AlertIncident NodeLost([AlertKey] string node);

    [WebhookAlert(LogLevel.Warning, "Configuration: {changes}")]
    public static partial void Configured(ISet<string> changes);

    internal static void FailStages()
    {
        StageFailed(Stage.Build);
        StageFailed(Stage.Test);
    }
}
