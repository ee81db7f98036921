using Microsoft.Extensions.Logging;

namespace TypedWebhookAlerts.IntegrationTests.Lifecycle;

/// <summary>Alerts that name no pipeline, and so use the ambient one.</summary>
internal static partial class AmbientAlerts
{
    [WebhookAlert(LogLevel.Error, "Worker {worker} stopped")]
    public static partial bool WorkerStopped(string worker);
}
