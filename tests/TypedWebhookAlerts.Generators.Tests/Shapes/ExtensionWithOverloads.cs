using System;
using Microsoft.Extensions.Logging;
using TypedWebhookAlerts;

namespace Shop.ExtensionWithOverloads;

internal static partial class PipelineAlerts
{
    [WebhookAlert(LogLevel.Debug, "{{{number}}}")]
    public static partial void Counted(this AlertPipeline pipeline, int number);

    [WebhookAlert(LogLevel.Error, "\"{text}\"\\\r\n")]
    public static partial bool Counted(this AlertPipeline? pipeline, string text);
}
