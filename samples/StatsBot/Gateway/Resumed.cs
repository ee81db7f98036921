namespace StatsBot.Gateway;

/// <summary>RESUMED: the session goes on where it broke off.</summary>
internal sealed record Resumed : GatewayEvent;
