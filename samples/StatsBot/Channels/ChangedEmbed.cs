using TypedWebhookAlerts.Testing;

namespace StatsBot.Channels;

/// <summary>An embed that an edit changed, and its place in the message.</summary>
internal readonly record struct ChangedEmbed(int Index, SimulatedEmbed Embed);
