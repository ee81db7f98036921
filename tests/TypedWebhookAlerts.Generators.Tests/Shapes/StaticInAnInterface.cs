using System;
using Microsoft.Extensions.Logging;
using TypedWebhookAlerts;

partial interface A<in T, out U>
{
    [WebhookAlert(LogLevel.Error, "{a}")]
    public static partial void X(int a);
}
