namespace StatsBot.Gateway;

/// <summary>GUILD_MEMBER_ADD: somebody joined a guild.</summary>
internal sealed record GuildMemberAdd(ulong GuildId, User User, DateTimeOffset JoinedAt) : GatewayEvent
{
    public override DateTimeOffset? At => JoinedAt;
}
