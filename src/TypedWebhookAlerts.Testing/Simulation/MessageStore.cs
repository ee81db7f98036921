namespace TypedWebhookAlerts.Testing.Simulation;

/// <summary>The messages that are not deleted. The caller holds the model's lock.</summary>
internal sealed class MessageStore
{
    // Ids rise with time, so their order is the order of creation.
    private readonly SortedDictionary<ulong, SimulatedMessage> _messages = [];

    /// <summary>A message of this webhook, in its channel or in the thread that the request names.</summary>
    public SimulatedMessage? Find(SimulatedWebhook webhook, ulong id, ulong? thread)
        => _messages.TryGetValue(id, out var message)
            && message.WebhookId == webhook.Id
            && message.ChannelId == (thread ?? webhook.ChannelId)
            ? message
            : null;

    public void Keep(SimulatedMessage message) => _messages[message.Id] = message;

    public bool Remove(ulong id) => _messages.Remove(id);

    /// <summary>Removes what is in a channel or thread.</summary>
    public void RemoveAll(ulong channel)
    {
        foreach (var message in _messages.Values.Where(message => message.ChannelId == channel).ToList())
        {
            _messages.Remove(message.Id);
        }
    }

    public IReadOnlyList<SimulatedMessage> Snapshot(ulong? webhook)
        => [.. _messages.Values.Where(message => webhook is null || message.WebhookId == webhook)];
}
