namespace StatsBot.Gateway;

/// <summary>GUILD_MEMBER_REMOVE: somebody left a guild, or was removed.</summary>
internal sealed record GuildMemberRemove(ulong GuildId, User User) : GatewayEvent;
