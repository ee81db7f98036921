using Microsoft.Extensions.Logging;

namespace TypedWebhookAlerts.AotSmoke.Alerts.Pipelines;

/// <summary>The pipeline stands in a static property.</summary>
internal static partial class StaticFieldAlerts
{
    public static AlertPipeline? Pipeline { get; set; }

    [WebhookAlert(LogLevel.Information, "Static {number}", "info")]
    public static partial void Counted(int number);

    [WebhookAlert(LogLevel.Trace, "Never sent: {number}")]
    public static partial void Traced(int number);
}
