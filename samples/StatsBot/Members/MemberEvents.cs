using StatsBot.Gateway;
using TypedWebhookAlerts;

namespace StatsBot.Members;

/// <summary>Tells of members who come, go, and are sent away.</summary>
internal sealed class MemberEvents(GuildDirectory guilds)
{
    public void Joined(GuildMemberAdd added)
        => BotAlerts.MemberJoined(
            new Member(added.User.Id, added.User.DisplayName, guilds.Resize(added.GuildId, 1)));

    public void Left(GuildMemberRemove removed)
    {
        // An alert that most bots need comes with the library.
        var guild = guilds.Resize(removed.GuildId, -1);
        StandardAlerts.MemberLeft(removed.User.DisplayName, removed.User.Id, guild.Name, guild.MemberCount);
    }

    // A ban is followed by the member's removal, which counts it.
    public void Banned(GuildBanAdd banned)
        => BotAlerts.MemberBanned(
            new Member(banned.User.Id, banned.User.DisplayName, guilds.Find(banned.GuildId)),
            banned.User.Id,
            banned.User.Bot);
}
