namespace StatsBot.Gateway;

/// <summary>READY: the session has begun.</summary>
/// <param name="User">The bot itself.</param>
/// <param name="Shard">The shard's number, and how many there are.</param>
internal sealed record Ready(User User, IReadOnlyList<int>? Shard = null) : GatewayEvent;
