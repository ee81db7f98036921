using System;
using Microsoft.Extensions.Logging;
using TypedWebhookAlerts;

partial class A
{
    private readonly AlertPipeline _alerts = null!;

    [WebhookAlert(LogLevel.Error, "{a}")]
    public partial void X(int a);
}
