using StatsBot.Gateway;

namespace StatsBot.Members;

/// <summary>Somebody in a guild.</summary>
internal sealed record Member(ulong Id, string Name, Guild Guild)
{
    /// <summary>When the account was made: its id tells.</summary>
    public DateTimeOffset CreatedAt => Snowflake.CreatedAt(Id);
}
