using Microsoft.Extensions.Logging;

namespace TypedWebhookAlerts.AotSmoke.Alerts.Pipelines;

/// <summary>The pipeline is looked up by code, which may throw: the alert must not.</summary>
internal sealed partial class LazyAlerts(Func<AlertPipeline?> find)
{
    private AlertPipeline? Alerts => find();

    [WebhookAlert(LogLevel.Warning, "{what} was late")]
    public partial void Late(string what);

    [WebhookAlert(LogLevel.Warning, "{what} was lost")]
    public partial bool Lost(string what);
}
