using Microsoft.Extensions.Logging;

namespace TypedWebhookAlerts.AotSmoke.Application;

/// <summary>Entries of the application's log.</summary>
internal static partial class ShopLog
{
    [LoggerMessage(7, LogLevel.Error, "Order {Order} of {Customer} failed")]
    public static partial void OrderFailed(this ILogger logger, int order, string customer, Exception exception);
}
