using Microsoft.Extensions.Logging;

namespace TypedWebhookAlerts.AotSmoke.Alerts.Pipelines;

/// <summary>The pipeline stands in the base class.</summary>
internal sealed partial class InheritedAlerts(AlertPipeline pipeline) : Service(pipeline)
{
    [WebhookAlert(LogLevel.Information, "{service} started", "info")]
    public partial void Started(string service);

    [WebhookAlert(LogLevel.Warning, "{service} restarts in {delay:g}")]
    public partial void Restarting(string service, TimeSpan delay);

    [WebhookAlert(LogLevel.Error, "{service} gave up")]
    internal partial bool GaveUp(string service);
}
