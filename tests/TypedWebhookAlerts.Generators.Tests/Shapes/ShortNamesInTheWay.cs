using Microsoft.Extensions.Logging;
using TypedWebhookAlerts;
#pragma warning disable CS8981 // names in lower case are what this shape is about

// What generated code calls by short names, as names of containers and of alerts.
static partial class AlertCatalog
{
    [WebhookAlert(LogLevel.Error, "{a}")]
    public static partial void AlertParameter(int a);

    [WebhookAlert(LogLevel.Error, "{a}")]
    public static partial void LogLevels(string a);
}

static partial class alertdescriptor_
{
    [WebhookAlert(Microsoft.Extensions.Logging.LogLevel.Error, "{a}")]
    public static partial void LogLevel(AlertReader a);

    [WebhookAlert(Microsoft.Extensions.Logging.LogLevel.Error, "{a}")]
    public static partial void EnumNames(AlertReader a);

    public enum AlertReader;
}
