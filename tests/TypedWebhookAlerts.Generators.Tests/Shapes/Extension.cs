using System;
using Microsoft.Extensions.Logging;
using TypedWebhookAlerts;

static partial class A
{
    [WebhookAlert(LogLevel.Error, "{a}")]
    internal static partial bool X(this AlertPipeline pipeline, int a);
}
