namespace TypedWebhookAlerts.Testing;

/// <summary>A webhook of a <see cref="DiscordSimulator"/>.</summary>
public sealed class SimulatedWebhook
{
    private readonly DiscordSimulator _simulator;

    internal SimulatedWebhook(DiscordSimulator simulator, ulong id, string token, ulong channelId, string name)
    {
        _simulator = simulator;
        Id = id;
        Token = token;
        ChannelId = channelId;
        Name = name;
    }

    /// <summary>The webhook's id, a snowflake.</summary>
    public ulong Id { get; }

    /// <summary>The secret part of its address.</summary>
    public string Token { get; }

    /// <summary>The channel it writes to.</summary>
    public ulong ChannelId { get; }

    /// <summary>The name its messages are shown under, unless a request gives another.</summary>
    public string Name { get; }

    /// <summary>Its address: at Discord's host, or on loopback once the simulator listens.</summary>
    public string Url => $"{_simulator.Origin}/api/webhooks/{Id}/{Token}";

    /// <summary>The messages it wrote that are not deleted, in the order of their creation; a snapshot.</summary>
    public IReadOnlyList<SimulatedMessage> Messages => _simulator.MessagesOf(this);
}
