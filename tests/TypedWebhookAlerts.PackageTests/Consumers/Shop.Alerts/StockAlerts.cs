using Microsoft.Extensions.Logging;
using TypedWebhookAlerts;

namespace Shop.Alerts;

public static partial class StockAlerts
{
    [WebhookAlert(LogLevel.Error, "Out of {title}, ordered by {customer}")]
    public static partial bool OutOfStock(string title, int customer);
}
