using System.Text.Json;

namespace StatsBot.Gateway;

/// <summary>What Discord's gateway sends: the envelope around every event.</summary>
/// <param name="Op">What kind of payload it is; 0 is a dispatched event, 7 asks to reconnect.</param>
/// <param name="T">The event's name; only of a dispatch.</param>
/// <param name="S">The event's number in the session; only of a dispatch.</param>
/// <param name="D">The event itself.</param>
internal sealed record GatewayPayload(int Op, string? T = null, int? S = null, JsonElement D = default);
