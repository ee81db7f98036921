using Microsoft.Extensions.Logging;

namespace TypedWebhookAlerts.AotSmoke.Alerts;

/// <summary>Alerts of a record.</summary>
internal sealed partial record Shop(AlertPipeline Alerts)
{
    [WebhookAlert(LogLevel.Error, "Sold {what}")]
    public partial void Sold(string what);
}
