using Microsoft.Extensions.Compliance.Classification;
using Microsoft.Extensions.Logging;

namespace TypedWebhookAlerts.IntegrationTests.Recording;

/// <summary>Alerts as an application declares them: without a pipeline.</summary>
internal static partial class ShopAlerts
{
    [WebhookAlert(LogLevel.Warning, "Shard {shard} lost its gateway after {uptime:hh\\:mm}: {reason}")]
    public static partial void ShardDisconnected(int shard, TimeSpan uptime, string reason);

    [WebhookAlert(LogLevel.Error, "**{message}**", Title = "Command failed", Footer = "Shop")]
    public static partial void CommandFailed(
        [AlertField] string component, string message, [UserId] ulong invokedBy, Exception exception);

    [WebhookAlert(
        LogLevel.Information, "Closed on {day}, perhaps {other}; {address} by {by}", "opening", MaxPerMinute = 1)]
    public static partial bool Closed(DayOfWeek day, DayOfWeek? other, Uri address, [Secret] string by);

    [WebhookAlert(LogLevel.Warning, "{mail} of {age} could not sign in")]
    public static partial void SignInFailed(
        [UnknownDataClassification] string mail, [UnknownDataClassification] int age);

    [WebhookAlert(LogLevel.Critical, "Order {id} was lost")]
    public static partial AlertReceipt OrderLost(Guid id);

    [WebhookAlert(LogLevel.Critical, "Database {host} does not answer")]
    public static partial AlertIncident DatabaseDown([AlertKey] string host);

    [WebhookAlert(LogLevel.Warning, "{what} of an own pipeline")]
    public static partial void Given(this AlertPipeline pipeline, string what);
}
