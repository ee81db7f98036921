using System;
using Microsoft.Extensions.Logging;
using TypedWebhookAlerts;

unsafe static partial class A
{
    [WebhookAlert(LogLevel.Error, "{a}")]
    public static unsafe partial void X(int a);
}
