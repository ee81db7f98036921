using Microsoft.Extensions.Logging;
using TypedWebhookAlerts;

static partial class A
{
    [WebhookAlert(LogLevel.Critical, "Database {host} does not answer", OpenAfterSeconds = 30)]
    public static partial AlertIncident DatabaseDown([AlertKey] string host);

    [WebhookAlert(LogLevel.Error, "{order} is lost")]
    public static partial AlertReceipt OrderLost(object order);

    [WebhookAlert(LogLevel.Error, "{__receipt}")]
    public static partial AlertReceipt? InTheWay(this AlertPipeline pipeline, string __receipt);

    [WebhookAlert(LogLevel.Error, "on")]
    public static partial AlertIncident WithoutArguments();
}
