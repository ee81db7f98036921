using System;
using Microsoft.Extensions.Logging;
using TypedWebhookAlerts;

static partial class A
{
    private static readonly AlertPipeline s_alerts = null!;

    [WebhookAlert(LogLevel.Error, "{a}")]
    public static partial void X(int a);
}
