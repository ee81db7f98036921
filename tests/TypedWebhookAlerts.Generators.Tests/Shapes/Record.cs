using System;
using Microsoft.Extensions.Logging;
using TypedWebhookAlerts;

partial record A(AlertPipeline Alerts)
{
    [WebhookAlert(LogLevel.Error, "{a}")]
    public partial void X(int a);
}
