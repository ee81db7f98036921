using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace TypedWebhookAlerts.Delivery;

/// <summary>The windows that the lanes of a pipeline share: of channels and webhooks, of the machine's address, and the
/// process's budget of refused requests.</summary>
/// <param name="limit">How many requests a channel is thought to take in a minute.</param>
/// <param name="budget">The budget; null for one of its own.</param>
/// <param name="log">Where it is told what was learned.</param>
internal sealed class ChannelWindows(int limit, InvalidRequestBudget? budget = null, ILogger? log = null)
{
    private readonly Lock _gate = new();
    private volatile int _limit = limit;
    private readonly Dictionary<string, ChannelWindow> _byChannel = [];
    private readonly Dictionary<ulong, HeaderWindows> _byWebhook = [];

    public GlobalWindow Global { get; } = new();

    public InvalidRequestBudget Budget { get; } = budget ?? new InvalidRequestBudget(TimeProvider.System);

    public ILogger Log { get; } = log ?? NullLogger.Instance;

    /// <summary>A window for a webhook whose channel is not known yet.</summary>
    public ChannelWindow Create() => new(_limit);

    /// <summary>Takes the option for the windows that are made from now on; each lane has its own take it.</summary>
    public void Configure(int limit) => _limit = limit;

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

    /// <summary>What the headers announce for a webhook; lanes for several of its threads share it.</summary>
    public HeaderWindows HeadersOf(ulong webhook)
    {
        lock (_gate)
        {
            if (!_byWebhook.TryGetValue(webhook, out var headers))
            {
                _byWebhook[webhook] = headers = new HeaderWindows();
            }

            return headers;
        }
    }
}
