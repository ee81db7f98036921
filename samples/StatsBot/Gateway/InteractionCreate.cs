namespace StatsBot.Gateway;

/// <summary>INTERACTION_CREATE: somebody used a slash command (or a button, which carries no name).</summary>
/// <param name="Id">The interaction's id.</param>
/// <param name="Data">The command and its options; a ping has none.</param>
/// <param name="GuildId">The guild; null in a direct message.</param>
/// <param name="Member">Who used it in a guild.</param>
/// <param name="User">Who used it in a direct message.</param>
internal sealed record InteractionCreate(
    ulong Id,
    InteractionData? Data = null,
    ulong? GuildId = null,
    InteractionMember? Member = null,
    User? User = null) : GatewayEvent
{
    public override DateTimeOffset? At => Snowflake.CreatedAt(Id);

    /// <summary>Who used it, wherever that was.</summary>
    public User? InvokedBy => Member?.User ?? User;
}
