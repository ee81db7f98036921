namespace StatsBot.Gateway;

/// <summary>MESSAGE_CREATE: somebody wrote. What they wrote is nobody's business here.</summary>
internal sealed record MessageCreate(ulong Id, ulong ChannelId, User Author, ulong? GuildId = null) : GatewayEvent
{
    public override DateTimeOffset? At => Snowflake.CreatedAt(Id);
}
