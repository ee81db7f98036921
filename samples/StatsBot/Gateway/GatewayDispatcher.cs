using StatsBot.Commands;
using StatsBot.Data;
using StatsBot.Members;

namespace StatsBot.Gateway;

/// <summary>Brings each event to the part of the bot that reacts to it.</summary>
internal sealed class GatewayDispatcher(
    GatewaySession session,
    GuildDirectory guilds,
    MemberEvents members,
    ActivityDatabase database,
    CommandService commands)
{
    public void Dispatch(GatewayEvent gatewayEvent)
    {
        switch (gatewayEvent)
        {
            case Ready ready:
                session.Begin(ready);
                break;
            case Reconnect:
                session.Lose("the gateway asked to reconnect");
                break;
            case Resumed:
                session.Resume();
                break;
            case GuildCreate guild:
                guilds.Add(guild);
                break;
            case GuildMemberAdd added:
                members.Joined(added);
                break;
            case GuildMemberRemove removed:
                members.Left(removed);
                break;
            case GuildBanAdd banned:
                members.Banned(banned);
                break;
            case MessageCreate { GuildId: { } guildId } message:
                database.Append(new MessageRow(guildId, message.Author.Id, Snowflake.CreatedAt(message.Id)));
                break;
            case InteractionCreate interaction:
                commands.Enqueue(interaction);
                break;
        }
    }
}
