namespace StatsBot.Gateway;

/// <summary>GUILD_BAN_ADD: somebody was banned from a guild.</summary>
internal sealed record GuildBanAdd(ulong GuildId, User User) : GatewayEvent;
