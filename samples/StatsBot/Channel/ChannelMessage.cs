using TypedWebhookAlerts.Testing;

namespace StatsBot.Channel;

/// <summary>A message and the name of the channel that holds it.</summary>
internal sealed record ChannelMessage(string Channel, SimulatedMessage Message);
