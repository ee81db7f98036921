using Microsoft.Extensions.Logging;

namespace TypedWebhookAlerts.IntegrationTests.Hosting;

/// <summary>Alerts that are declared as they should not be.</summary>
internal static partial class HostileAlerts
{
    [WebhookAlert(LogLevel.Error, "Badly routed {number}", "https://discord.com/api/webhooks/1/abc")]
    public static partial bool BadlyRouted(this AlertPipeline pipeline, int number);
}
