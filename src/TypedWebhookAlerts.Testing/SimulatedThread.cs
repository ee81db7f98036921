namespace TypedWebhookAlerts.Testing;

/// <summary>A thread of a channel, such as a forum's post. Immutable.</summary>
/// <param name="Id">The thread's id; that of a forum's post is the id of its first message.</param>
/// <param name="ChannelId">The channel that it is in.</param>
/// <param name="Name">Its name.</param>
/// <param name="Tags">The ids of the tags that it was given, whether the channel has them or not.</param>
public sealed record SimulatedThread(ulong Id, ulong ChannelId, string Name, IReadOnlyList<ulong> Tags);
