namespace TypedWebhookAlerts.Delivery;

/// <summary>Whether one lane may send now: its webhook's buckets, its channel's window, the global limit, a ban, and
/// the budget of refused requests.</summary>
internal sealed class RateWindows
{
    /// <summary>No answer silences a lane for longer: Discord's own waits are under a minute, a ban's under an
    /// hour.</summary>
    private static readonly TimeSpan s_longestRetryAfter = TimeSpan.FromHours(1);

    /// <summary>The least wait after a second refusal in a row; it doubles with each further one, up to the longest.
    /// A server that asks for no wait would be knocked at as fast as it answers.</summary>
    private static readonly TimeSpan s_leastAgain = TimeSpan.FromMilliseconds(200);

    private static readonly TimeSpan s_longestLeast = TimeSpan.FromMinutes(1);

    private readonly ChannelWindows _shared;
    private readonly HeaderWindows _headers;
    private readonly Action _wake;
    private TimeSpan _least;

    /// <param name="shared">What the lanes of a pipeline share.</param>
    /// <param name="webhook">The webhook's id; null for one that no other lane posts by.</param>
    /// <param name="wake">Wakes the lane when another's request no longer holds it up.</param>
    public RateWindows(ChannelWindows shared, ulong? webhook = null, Action? wake = null)
    {
        _shared = shared;
        _headers = webhook is { } id ? shared.HeadersOf(id) : new HeaderWindows();
        _wake = wake is null ? () => { } : () => wake();
        Channel = shared.Create();
    }

    /// <summary>The window of the channel that the webhook posts to.</summary>
    public ChannelWindow Channel { get; private set; }

    /// <summary>What holds the lane up, if anything beyond the usual windows does: for health. May be asked from any
    /// thread.</summary>
    public WindowHold? Hold(TimeSpan now)
    {
        WindowHold[] holds =
        [
            new(HoldReason.InvalidRequests, now + _shared.Budget.Wait()),
            new(HoldReason.Banned, _shared.Global.BannedUntil),
            new(HoldReason.GlobalLimit, _shared.Global.BlockedUntil),
            new(HoldReason.RateLimited, Max(_headers.BlockedUntil, Channel.BlockedUntil)),
        ];
        return Array.Find(holds, hold => hold.Until > now) is { Until.Ticks: > 0 } hold ? hold : null;
    }

    /// <summary>Takes the option for the channel's window.</summary>
    public void Configure(int limit) => Channel.Configure(limit);

    /// <summary>Learns which channel the webhook posts to, so that all of its webhooks share a window.</summary>
    public void JoinChannel(string channelId) => Channel = _shared.Join(channelId, Channel);

    /// <summary>Takes leave to send one message or edit, which <see cref="Answer"/> gives back.</summary>
    /// <param name="kind">What is to be sent.</param>
    /// <param name="slots">How many of the channel's slots may be taken before this one.</param>
    /// <param name="now">The lane clock's time.</param>
    /// <param name="wait">How long until it is worth asking again.</param>
    public bool TryTake(RequestKind kind, int slots, TimeSpan now, out TimeSpan wait)
    {
        if (!TryTakeQuestion(now, out wait))
        {
            return false;
        }

        if (!_headers.TryTake(kind, now, out wait))
        {
            _shared.Global.Release();
            return false;
        }

        if (!Channel.TryTake(now, slots, out wait, _wake))
        {
            _headers.Release(kind);
            _shared.Global.Release();
            return false;
        }

        return true;
    }

    /// <summary>Gives back a leave that was not used.</summary>
    public void GiveBack(RequestKind kind, TimeSpan now)
    {
        _headers.Release(kind);
        _shared.Global.Release();
        Channel.Answer(now, hasCounted: false);
    }

    /// <summary>Takes leave to ask the webhook something, which <see cref="AnswerQuestion"/> gives back. A question
    /// concerns the whole address only, not the webhook's window for messages nor the channel's.</summary>
    /// <param name="now">The lane clock's time.</param>
    /// <param name="wait">How long until it is worth asking again.</param>
    public bool TryTakeQuestion(TimeSpan now, out TimeSpan wait)
    {
        wait = _shared.Budget.Wait();
        return wait <= TimeSpan.Zero && _shared.Global.TryTake(now, out wait);
    }

    /// <summary>Learns from the answer to a message or an edit.</summary>
    public void Answer(RequestKind kind, WebhookResponse response, TimeSpan now)
    {
        _headers.Learn(kind, response, now);
        Settle(response, now);
        if (response.Kind == ResponseKind.RateLimited)
        {
            // Before others are woken, who would run into the same wall.
            Heed(response, now);
        }
        else
        {
            _least = TimeSpan.Zero;
        }

        Channel.Answer(now, hasCounted: response.Kind != ResponseKind.RateLimited);
    }

    /// <summary>Learns from the answer to a question, whose own limit does not concern messages: only that of the
    /// whole address does.</summary>
    public void AnswerQuestion(WebhookResponse response, TimeSpan now)
    {
        Settle(response, now);
        if (response is { Kind: ResponseKind.RateLimited } and ({ IsGlobal: true } or { IsBan: true }))
        {
            Heed(response, now);
        }
    }

    private void Settle(WebhookResponse response, TimeSpan now)
    {
        _shared.Global.Answer(response, now);
        if (response is { Status: 401 or 403 or 429, IsShared: false } && _shared.Budget.Count() is { } pause)
        {
            _shared.Log.InvalidRequestsPause(InvalidRequestBudget.Most, pause.TotalMinutes);
        }
    }

    private void Heed(WebhookResponse response, TimeSpan now)
    {
        if (response.IsBan)
        {
            if (_shared.Global.Ban(response.RetryAfter, now) is { } ban)
            {
                _shared.Log.Banned(ban.TotalMinutes);
            }

            return;
        }

        var asked = Min(response.RetryAfter ?? TimeSpan.Zero, s_longestRetryAfter);
        var until = now + Max(asked, _least);
        _least = Min(Max(_least * 2, s_leastAgain), s_longestLeast);
        if (response.IsGlobal)
        {
            _shared.Global.Block(until);
        }
        else if (IsOfChannel(response))
        {
            if (Channel.Refuse(now, asked, until) is { } rule)
            {
                _shared.Log.ChannelLimitLearned(rule.Limit, rule.Period.TotalSeconds);
            }
        }
        else
        {
            _headers.Block(until);
        }
    }

    /// <summary>Whether the channel's hidden window was met: Discord says so, or the webhook's bucket has room, or
    /// nothing is said of a bucket at all.</summary>
    private static bool IsOfChannel(WebhookResponse response)
        => response.IsShared || response.Remaining > 0 || (response.Bucket is null && !response.IsOfWebhook);

    private static TimeSpan Max(TimeSpan a, TimeSpan b) => a > b ? a : b;

    private static TimeSpan Min(TimeSpan a, TimeSpan b) => a < b ? a : b;
}
