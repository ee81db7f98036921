using System;
using Microsoft.Extensions.Logging;
using TypedWebhookAlerts;

partial interface A
{
    AlertPipeline Alerts { get; }

    [WebhookAlert(LogLevel.Error, "{a}")]
    public partial void X(int a);
}
