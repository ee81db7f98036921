namespace StatsBot.Gateway;

/// <summary>Opcode 7: the gateway asks to connect again and to resume.</summary>
internal sealed record Reconnect : GatewayEvent;
