namespace TypedWebhookAlerts.Testing;

/// <summary>A webhook of a <see cref="DiscordSimulator"/>.</summary>
public sealed class SimulatedWebhook
{
    private readonly DiscordSimulator _simulator;

    internal SimulatedWebhook(
        DiscordSimulator simulator, ulong id, string token, ulong channelId, string name, bool isForum)
    {
        _simulator = simulator;
        Id = id;
        Token = token;
        ChannelId = channelId;
        Name = name;
        IsForum = isForum;
    }

    /// <summary>The webhook's id, a snowflake.</summary>
    public ulong Id { get; }

    /// <summary>The secret part of its address.</summary>
    public string Token { get; }

    /// <summary>The channel it writes to.</summary>
    public ulong ChannelId { get; }

    /// <summary>The name its messages are shown under, unless a request gives another.</summary>
    public string Name { get; }

    /// <summary>Whether its channel is a forum, or a media channel: then every message is in a thread.</summary>
    public bool IsForum { get; }

    /// <summary>Its address: at Discord's host, or on loopback once the simulator listens.</summary>
    public string Url => $"{_simulator.Origin}/api/webhooks/{Id}/{Token}";

    /// <summary>The messages it wrote that are not deleted, in the order of their creation; a snapshot.</summary>
    public IReadOnlyList<SimulatedMessage> Messages => _simulator.MessagesOf(this);

    /// <summary>The threads of its channel that are not deleted, in the order of their creation; a snapshot.</summary>
    public IReadOnlyList<SimulatedThread> Threads => _simulator.ThreadsOf(this);

    /// <summary>Makes a thread in its channel, as somebody there would.</summary>
    /// <param name="name">The thread's name.</param>
    public SimulatedThread AddThread(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return _simulator.AddThread(this, name);
    }

    /// <summary>Deletes a thread with all that is in it: requests that name it are answered 404 with code
    /// 10003.</summary>
    /// <param name="thread">The thread's id.</param>
    /// <returns>Whether it was there.</returns>
    public bool RemoveThread(ulong thread) => _simulator.RemoveThread(thread);
}
