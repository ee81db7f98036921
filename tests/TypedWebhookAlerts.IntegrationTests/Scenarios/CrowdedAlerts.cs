using Microsoft.Extensions.Logging;

namespace TypedWebhookAlerts.IntegrationTests.Scenarios;

/// <summary>An alert that says more than a message holds.</summary>
internal static partial class CrowdedAlerts
{
    [WebhookAlert(LogLevel.Error, "{message}", CoalesceSeconds = 0)]
    public static partial bool Crowded(
        this AlertPipeline pipeline,
        string message,
        string first,
        string second,
        string third,
        string fourth,
        string fifth,
        string sixth);
}
