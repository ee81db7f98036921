using Microsoft.Extensions.Logging;

namespace TypedWebhookAlerts.IntegrationTests.Hosting;

internal static partial class CultureAlerts
{
    [WebhookAlert(LogLevel.Error, "{amount:N2} by {step}: {rates}")]
    public static partial bool Paid(
        this AlertPipeline pipeline, decimal amount, Money step, double[] rates, [AlertField] DateOnly due);
}
