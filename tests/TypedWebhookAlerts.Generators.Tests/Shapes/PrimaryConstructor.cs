using System;
using Microsoft.Extensions.Logging;
using TypedWebhookAlerts;

partial class A(AlertPipeline alerts)
{
    [WebhookAlert(LogLevel.Error, "{a}")]
    public partial void X(int a);
}
