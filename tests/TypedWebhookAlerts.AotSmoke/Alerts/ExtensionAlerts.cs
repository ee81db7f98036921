using Microsoft.Extensions.Logging;

namespace TypedWebhookAlerts.AotSmoke.Alerts;

internal static partial class ExtensionAlerts
{
    [WebhookAlert(LogLevel.Error, "Extended {how}")]
    public static partial void Extended(this AlertPipeline pipeline, string how);
}
