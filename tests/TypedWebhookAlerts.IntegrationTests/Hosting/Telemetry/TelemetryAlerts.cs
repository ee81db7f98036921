using Microsoft.Extensions.Logging;

namespace TypedWebhookAlerts.IntegrationTests.Hosting.Telemetry;

/// <summary>Alerts for the outcomes that are measured.</summary>
internal static partial class TelemetryAlerts
{
    [WebhookAlert(LogLevel.Critical, "Disk {disk} is full")]
    public static partial AlertIncident DiskFull(this AlertPipeline pipeline, string disk);

    [WebhookAlert(LogLevel.Error, "{a}{b}{c}{d}{e}")]
    public static partial bool Wordy(this AlertPipeline pipeline, string a, string b, string c, string d, string e);

    [WebhookAlert(LogLevel.Error, "It hangs")]
    public static partial bool Hanging(this AlertPipeline pipeline, Exception exception);
}
