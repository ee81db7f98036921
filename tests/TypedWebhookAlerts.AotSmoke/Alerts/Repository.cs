using Microsoft.Extensions.Logging;

namespace TypedWebhookAlerts.AotSmoke.Alerts;

/// <summary>Alerts of a generic class, by its primary constructor's pipeline.</summary>
internal sealed partial class Repository<T>(AlertPipeline pipeline)
    where T : class
{
    [WebhookAlert(LogLevel.Error, "Row {id} is missing")]
    public partial void Missing(long id);
}
