using System;
using Microsoft.Extensions.Logging;
using TypedWebhookAlerts;

static partial class A
{
    [WebhookAlert(LogLevel.Error, "{e.Message}")]
    public static partial void X<T>(T e, T? f)
        where T : Exception;
}
