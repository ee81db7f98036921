using Microsoft.Extensions.Logging;

namespace TypedWebhookAlerts.IntegrationTests.Secrecy.Living;

/// <summary>The alerts of a life. Each kind of trouble has a route of its own, and so a lane: one does not hide
/// another.
/// </summary>
internal static partial class SecrecyAlerts
{
    [WebhookAlert(LogLevel.Error, "{text} is steady")]
    public static partial AlertReceipt Steady(this AlertPipeline pipeline, string text);

    [WebhookAlert(LogLevel.Critical, "{text} is down")]
    public static partial AlertIncident Down(this AlertPipeline pipeline, [AlertKey] string text);

    [WebhookAlert(LogLevel.Error, "{text}", "limited")]
    public static partial bool Limited(this AlertPipeline pipeline, string text);

    [WebhookAlert(LogLevel.Error, "{text}", "banned")]
    public static partial bool Banned(this AlertPipeline pipeline, string text);

    [WebhookAlert(LogLevel.Error, "{text}", "failing")]
    public static partial bool Failing(this AlertPipeline pipeline, string text);

    [WebhookAlert(LogLevel.Error, "{text}", "refused")]
    public static partial bool Refused(this AlertPipeline pipeline, string text);

    [WebhookAlert(LogLevel.Error, "{text}", "unresolved")]
    public static partial bool Unresolved(this AlertPipeline pipeline, string text);

    [WebhookAlert(LogLevel.Error, "{text}", "untrusted")]
    public static partial bool Untrusted(this AlertPipeline pipeline, string text);

    [WebhookAlert(LogLevel.Error, "{text}", "hanging")]
    public static partial bool Hanging(this AlertPipeline pipeline, string text);

    [WebhookAlert(LogLevel.Error, "{text}", "broken-off")]
    public static partial bool BrokenOff(this AlertPipeline pipeline, string text);

    [WebhookAlert(LogLevel.Error, "{text}", "broken-body")]
    public static partial bool BrokenBody(this AlertPipeline pipeline, string text);

    [WebhookAlert(LogLevel.Error, "{text}", "garbled")]
    public static partial bool Garbled(this AlertPipeline pipeline, string text);

    [WebhookAlert(LogLevel.Error, "{text}", "dead")]
    public static partial bool Dead(this AlertPipeline pipeline, string text);

    [WebhookAlert(LogLevel.Error, "{text}", "unauthorized")]
    public static partial bool Unauthorized(this AlertPipeline pipeline, string text);

    [WebhookAlert(LogLevel.Error, "{text}", "redirected")]
    public static partial bool Redirected(this AlertPipeline pipeline, string text);

    [WebhookAlert(LogLevel.Error, "{text}", "rejected")]
    public static partial bool Rejected(this AlertPipeline pipeline, string text);

    [WebhookAlert(LogLevel.Error, "{text}", "nameless")]
    public static partial bool Nameless(this AlertPipeline pipeline, string text);

    [WebhookAlert(LogLevel.Error, "{text}", "flooding")]
    public static partial bool Flooding(this AlertPipeline pipeline, string text);
}
