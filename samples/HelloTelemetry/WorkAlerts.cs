using Microsoft.Extensions.Logging;
using TypedWebhookAlerts;

namespace HelloTelemetry;

/// <summary>What this program tells its operators.</summary>
internal static partial class WorkAlerts
{
    [WebhookAlert(LogLevel.Error, "Job {job} failed")]
    public static partial void JobFailed(int job);
}
