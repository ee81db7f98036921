using System;
using Microsoft.Extensions.Logging;
using TypedWebhookAlerts;

static partial class A
{
    [WebhookAlert(LogLevel.Error, "{a}")]
    public static partial void X(int a);
    public const bool XIsEnabled = true;
}
