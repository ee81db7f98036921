using System.Collections.Concurrent;
using StatsBot.Gateway;

namespace StatsBot.Members;

/// <summary>The guilds that the bot is in, with their sizes kept up to date.</summary>
internal sealed class GuildDirectory
{
    private readonly ConcurrentDictionary<ulong, Guild> _guilds = new();

    public int Count => _guilds.Count;

    public void Add(GuildCreate guild) => _guilds[guild.Id] = new Guild(guild.Id, guild.Name, guild.MemberCount);

    /// <summary>A guild; one that the gateway has not told of is shown by its id.</summary>
    public Guild Find(ulong id) => _guilds.GetValueOrDefault(id) ?? Unknown(id);

    /// <summary>Counts members who came or went.</summary>
    /// <returns>The guild with its new size.</returns>
    public Guild Resize(ulong id, int change)
        => _guilds.AddOrUpdate(
            id,
            _ => Unknown(id) with { MemberCount = Math.Max(0, change) },
            (_, guild) => guild with { MemberCount = Math.Max(0, guild.MemberCount + change) });

    private static Guild Unknown(ulong id) => new(id, $"guild {id}", MemberCount: 0);
}
