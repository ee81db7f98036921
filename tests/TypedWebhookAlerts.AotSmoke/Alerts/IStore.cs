using Microsoft.Extensions.Logging;

namespace TypedWebhookAlerts.AotSmoke.Alerts;

/// <summary>Alerts of an interface.</summary>
internal partial interface IStore
{
    AlertPipeline Alerts { get; }

    [WebhookAlert(LogLevel.Error, "Closed on {day}")]
    public partial void Closed(string day);
}
