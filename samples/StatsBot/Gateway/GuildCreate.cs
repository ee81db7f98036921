namespace StatsBot.Gateway;

/// <summary>GUILD_CREATE: a guild became available.</summary>
internal sealed record GuildCreate(ulong Id, string Name, int MemberCount = 0) : GatewayEvent;
