using Microsoft.Extensions.Logging;
using TypedWebhookAlerts;

await using var alerts = WebhookAlerts.Start();
Alerts.Raised("Central");
return await alerts.FlushAsync(TimeSpan.FromSeconds(30)) ? 0 : 1;

internal static partial class Alerts
{
    [WebhookAlert(LogLevel.Error, "{by}")]
    public static partial void Raised(string by);
}
