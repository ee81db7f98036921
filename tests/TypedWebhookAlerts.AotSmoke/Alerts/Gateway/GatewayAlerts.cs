using Microsoft.Extensions.Logging;

namespace TypedWebhookAlerts.AotSmoke.Alerts.Gateway;

/// <summary>What a bot tells of its connection: a static class, the ambient pipeline.</summary>
internal static partial class GatewayAlerts
{
    [WebhookAlert(LogLevel.Warning, "Shard {shard} lost its gateway after {uptime:d\\.hh\\:mm}: {reason}")]
    public static partial void ShardDisconnected(int shard, TimeSpan uptime, string reason);

    [WebhookAlert(LogLevel.Information, "Shard {shard} is back", "info")]
    public static partial void ShardResumed(int shard);

    [WebhookAlert(LogLevel.Critical, "All {count} shards are offline", Title = "🛑 Bot offline")]
    public static partial void AllShardsOffline(int count);

    [WebhookAlert(LogLevel.Error, "Close code {code:D} ({code})")]
    public static partial void SessionClosed(CloseCode code);

    [WebhookAlert(LogLevel.Warning, "Heartbeat answered after {latency:F1} ms", "performance", MaxPerMinute = 30)]
    public static partial void HeartbeatLate(double latency);

    [WebhookAlert(LogLevel.Debug, "Sequence {sequence:N0}")]
    public static partial void SequenceSkipped(long sequence);

    [WebhookAlert(LogLevel.Error, "Payload of {bytes:N0} bytes was refused", Footer = "shard {shard}")]
    public static partial bool PayloadRefused(int shard, uint bytes);

    [WebhookAlert(LogLevel.Warning, "", Title = "Identify limit of shard {shard}")]
    public static partial void IdentifyLimited(
        int shard,
        [AlertField("Left", Inline = true)] byte left,
        [AlertField("Resets", Inline = true)] DateTimeOffset resets);

    [WebhookAlert(LogLevel.Warning, "Intent {intent} is missing", CoalesceSeconds = 0)]
    public static partial void IntentMissing(GatewayIntents intent);

    [WebhookAlert(LogLevel.Information, "Guild {guild.Name} became available ({guild.Members:N0} members)", "info")]
    public static partial void GuildAvailable(Guild guild);

    [WebhookAlert(LogLevel.Warning, "Guild {guild.Name} is gone; its owner was {guild.Owner.Name}")]
    public static partial void GuildLost(Guild? guild);

    [WebhookAlert(LogLevel.Error, "Cannot resume {sessionId}: {exception}")]
    public static partial void ResumeFailed(Guid sessionId, Exception exception);
}
