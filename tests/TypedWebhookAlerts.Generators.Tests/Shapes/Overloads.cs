using System;
using Microsoft.Extensions.Logging;
using TypedWebhookAlerts;

static partial class A
{
    [WebhookAlert(LogLevel.Error, "{a}")]
    public static partial void X(int a);

    [WebhookAlert(LogLevel.Debug, "{a}")]
    public static partial void X(string a);
}
