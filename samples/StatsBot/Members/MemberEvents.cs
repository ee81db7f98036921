using StatsBot.Gateway;

namespace StatsBot.Members;

/// <summary>Tells of members who come, go, and are sent away.</summary>
internal sealed class MemberEvents(GuildDirectory guilds)
{
    public void Joined(GuildMemberAdd added)
        => BotAlerts.MemberJoined(
            new Member(added.User.Id, added.User.DisplayName, guilds.Resize(added.GuildId, 1)));

    public void Left(GuildMemberRemove removed)
        => BotAlerts.MemberLeft(
            new Member(removed.User.Id, removed.User.DisplayName, guilds.Resize(removed.GuildId, -1)));

    // A ban is followed by the member's removal, which counts it.
    public void Banned(GuildBanAdd banned)
        => BotAlerts.MemberBanned(
            new Member(banned.User.Id, banned.User.DisplayName, guilds.Find(banned.GuildId)),
            banned.User.Id,
            banned.User.Bot);
}
