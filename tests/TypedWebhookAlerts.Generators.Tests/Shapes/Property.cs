using System;
using Microsoft.Extensions.Logging;
using TypedWebhookAlerts;

partial class A
{
    public AlertPipeline? Alerts { get; set; }

    [WebhookAlert(LogLevel.Error, "{a}")]
    public partial void X(int a);
}
