using Microsoft.Extensions.Logging;

namespace TypedWebhookAlerts.IntegrationTests.Acceptance.Language;

/// <summary>The alerts of the scenarios. The text of each is its identity: by it the judge knows it in a channel, in
/// the fallback file and among the receipts.</summary>
internal static partial class AcceptanceAlerts
{
    [WebhookAlert(LogLevel.Critical, "Alert {number}")]
    public static partial AlertReceipt Critical(this AlertPipeline pipeline, int number);

    [WebhookAlert(LogLevel.Error, "Alert {number}")]
    public static partial AlertReceipt Error(this AlertPipeline pipeline, int number);

    [WebhookAlert(LogLevel.Warning, "Alert {number}")]
    public static partial AlertReceipt Warning(this AlertPipeline pipeline, int number);

    [WebhookAlert(LogLevel.Information, "Alert {number}")]
    public static partial AlertReceipt Information(this AlertPipeline pipeline, int number);

    [WebhookAlert(LogLevel.Error, "Repeat {what}")]
    public static partial AlertReceipt Repeated(this AlertPipeline pipeline, string what);

    /// <summary>Without a receipt: a storm is raised faster than receipts can be made.</summary>
    [WebhookAlert(LogLevel.Error, "Storm {what}")]
    public static partial bool Stormed(this AlertPipeline pipeline, string what);

    [WebhookAlert(LogLevel.Error, "Incident {name}")]
    public static partial AlertIncident Began(this AlertPipeline pipeline, string name);
}
