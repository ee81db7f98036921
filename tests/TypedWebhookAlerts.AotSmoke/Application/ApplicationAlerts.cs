using Microsoft.Extensions.Logging;

namespace TypedWebhookAlerts.AotSmoke.Application;

/// <summary>What configuration says otherwise: its level at the start, and that it is off after the reload.</summary>
internal static partial class ApplicationAlerts
{
    [WebhookAlert(LogLevel.Information, "Configured, {times} times")]
    public static partial void Configured(AlertPipeline pipeline, int times);
}
