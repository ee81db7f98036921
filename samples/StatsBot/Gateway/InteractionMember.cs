namespace StatsBot.Gateway;

/// <summary>The member who used a command.</summary>
internal sealed record InteractionMember(User User);
