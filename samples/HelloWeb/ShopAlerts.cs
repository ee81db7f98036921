using TypedWebhookAlerts;

namespace HelloWeb;

/// <summary>What the shop tells its operators.</summary>
internal static partial class ShopAlerts
{
    [WebhookAlert(LogLevel.Warning, "**{count:N0}** {item}: is that meant?", Title = "📦 A large order")]
    public static partial void LargeOrder(string item, int count);
}
