using System;
using Microsoft.Extensions.Logging;
using TypedWebhookAlerts;

static partial class A
{
    [WebhookAlert(LogLevel.Error, "{a}")]
    public static partial void X(int a);

    [WebhookAlert(LogLevel.Error, "{a}")]
    public static partial void RenderX(int a);

    [WebhookAlert(LogLevel.Error, "{a}")]
    public static partial void Equals(int a);

    [WebhookAlert(LogLevel.Error, "{a}")]
    public static partial void A_2(int a);
}
