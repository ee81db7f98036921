using Microsoft.Extensions.Logging;
using TypedWebhookAlerts;

public static partial class BotAlerts
{
    [WebhookAlert(LogLevel.Warning, "Shard {shard} lost its gateway after {uptime:hh\\:mm}: {reason}")]
    public static partial void ShardDisconnected(int shard, TimeSpan uptime, string reason);

    [WebhookAlert(LogLevel.Error, "{message}", "error", Title = "🚨 Command failed", Footer = "StatsBot")]
    public static partial void CommandFailed(
        [AlertField(Inline = true)] string component, string message, [UserId] ulong invokedBy);
}
