namespace TypedWebhookAlerts.Testing.Simulation;

/// <summary>The threads that are not deleted. The caller holds the model's lock.</summary>
internal sealed class ThreadStore
{
    private readonly SortedDictionary<ulong, SimulatedThread> _threads = [];

    /// <summary>Whether a webhook can post there: to a thread of its own channel.</summary>
    public bool Has(SimulatedWebhook webhook, ulong thread)
        => _threads.TryGetValue(thread, out var found) && found.ChannelId == webhook.ChannelId;

    public SimulatedThread Keep(SimulatedThread thread) => _threads[thread.Id] = thread;

    public bool Remove(ulong thread) => _threads.Remove(thread);

    public IReadOnlyList<SimulatedThread> Snapshot(ulong channel)
        => [.. _threads.Values.Where(thread => thread.ChannelId == channel)];
}
