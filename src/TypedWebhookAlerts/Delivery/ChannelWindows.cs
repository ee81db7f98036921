namespace TypedWebhookAlerts.Delivery;

/// <summary>The windows of the channels that this pipeline posts to, by channel id.</summary>
internal sealed class ChannelWindows(int limit)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, ChannelWindow> _byChannel = [];
    private TimeSpan _blockedUntil;

    /// <summary>Until when nothing may be sent at all: the global limit was met.</summary>
    public TimeSpan BlockedUntil
    {
        get
        {
            lock (_gate)
            {
                return _blockedUntil;
            }
        }
    }

    /// <summary>A window for a webhook whose channel is not known yet.</summary>
    public ChannelWindow Create() => new(limit);

    /// <summary>The channel's window.</summary>
    /// <param name="channelId">The channel's id.</param>
    /// <param name="own">What the lane has counted until now; it becomes the channel's if it is the first.</param>
    public ChannelWindow Join(string channelId, ChannelWindow own)
    {
        lock (_gate)
        {
            if (_byChannel.TryAdd(channelId, own) || _byChannel[channelId] == own)
            {
                return own;
            }

            _byChannel[channelId].Absorb(own);
            return _byChannel[channelId];
        }
    }

    /// <summary>Blocks every lane: the global limit is by address, not by webhook.</summary>
    public void Block(TimeSpan until)
    {
        lock (_gate)
        {
            _blockedUntil = until > _blockedUntil ? until : _blockedUntil;
        }
    }
}
