namespace TypedWebhookAlerts.Delivery;

/// <summary>Whether one webhook may be asked now: its buckets, its channel's window, and the global limit.</summary>
internal sealed class RateWindows
{
    /// <summary>A 429 without Retry-After comes from a ban at the edge, which lasts: knocking on prolongs it.</summary>
    private static readonly TimeSpan s_missingRetryAfter = TimeSpan.FromMinutes(2);

    /// <summary>No answer silences a lane for longer: Discord's own waits are under a minute, a ban's under an
    /// hour.</summary>
    private static readonly TimeSpan s_longestRetryAfter = TimeSpan.FromHours(1);

    /// <summary>The least wait after a second refusal in a row; it doubles with each further one, up to the longest.
    /// A server that asks for no wait would be knocked at as fast as it answers.</summary>
    private static readonly TimeSpan s_leastAgain = TimeSpan.FromMilliseconds(200);

    private static readonly TimeSpan s_longestLeast = TimeSpan.FromMinutes(1);

    private readonly ChannelWindows _channels;
    private readonly HeaderWindows _headers = new();
    private TimeSpan _blockedUntil;
    private TimeSpan _least;

    public RateWindows(ChannelWindows channels)
    {
        _channels = channels;
        Channel = channels.Create();
    }

    /// <summary>The window of the channel that the webhook posts to.</summary>
    public ChannelWindow Channel { get; private set; }

    /// <summary>Learns which channel the webhook posts to, so that all of its webhooks share a window.</summary>
    public void JoinChannel(string channelId) => Channel = _channels.Join(channelId, Channel);

    /// <summary>Takes leave to send one message or edit, which <see cref="Answer"/> gives back.</summary>
    /// <param name="kind">What is to be sent.</param>
    /// <param name="slots">How many of the channel's slots may be taken before this one.</param>
    /// <param name="now">The lane clock's time.</param>
    /// <param name="wait">How long until it is worth asking again.</param>
    public bool TryTake(RequestKind kind, int slots, TimeSpan now, out TimeSpan wait)
    {
        wait = Max(_headers.Wait(kind, now), Max(_blockedUntil, _channels.BlockedUntil) - now);
        return wait <= TimeSpan.Zero && Channel.TryTake(now, slots, out wait);
    }

    /// <summary>Learns from the answer to a message or an edit.</summary>
    public void Answer(RequestKind kind, WebhookResponse response, TimeSpan now)
    {
        _headers.Learn(kind, response, now);
        Channel.Answer(now, hasCounted: response.Kind != ResponseKind.RateLimited);
        if (response.Kind == ResponseKind.RateLimited)
        {
            Heed(response, now);
        }
        else
        {
            _least = TimeSpan.Zero;
        }
    }

    /// <summary>Learns from the answer to a question, whose own limit does not concern messages: only that of the
    /// whole address does.</summary>
    public void AnswerQuestion(WebhookResponse response, TimeSpan now)
    {
        if (response is { Kind: ResponseKind.RateLimited } and ({ IsGlobal: true } or { RetryAfter: null }))
        {
            Heed(response, now);
        }
    }

    private void Heed(WebhookResponse response, TimeSpan now)
    {
        var asked = Min(response.RetryAfter ?? s_missingRetryAfter, s_longestRetryAfter);
        var until = now + Max(asked, _least);
        _least = Min(Max(_least * 2, s_leastAgain), s_longestLeast);
        if (response.IsGlobal)
        {
            _channels.Block(until);
        }
        else if (response.Remaining > 0)
        {
            // The bucket has room left, so it was the channel's hidden window that was met.
            Channel.Block(until);
        }
        else
        {
            _blockedUntil = until;
        }
    }

    private static TimeSpan Max(TimeSpan a, TimeSpan b) => a > b ? a : b;

    private static TimeSpan Min(TimeSpan a, TimeSpan b) => a < b ? a : b;
}
