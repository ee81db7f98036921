using Microsoft.Extensions.Logging;
using TypedWebhookAlerts;

public static partial class BotAlerts
{
    [WebhookAlert(LogLevel.Warning, "Shard {shrad} lost its gateway: {reason}")]
    public static partial void ShardDisconnected(int shard, string reason);
}
