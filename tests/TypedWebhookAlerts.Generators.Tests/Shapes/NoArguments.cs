using System;
using Microsoft.Extensions.Logging;
using TypedWebhookAlerts;

static partial class A
{
    [WebhookAlert(LogLevel.Error, "on")]
    public static partial bool X();
}
