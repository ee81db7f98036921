using Microsoft.Extensions.Logging;

namespace TypedWebhookAlerts.IntegrationTests.Recording;

/// <summary>The alert of the README's tests.</summary>
internal static partial class BotAlerts
{
    [WebhookAlert(LogLevel.Warning, "Shard {shard} lost its gateway: {reason}")]
    public static partial void ShardDisconnected(int shard, string reason);
}
