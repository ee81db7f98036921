using TypedWebhookAlerts.Testing;

namespace StatsBot.Channel;

/// <summary>An embed whose counter moved, and its place in the message.</summary>
internal readonly record struct MovedCounter(int Index, SimulatedEmbed Embed);
