namespace TypedWebhookAlerts.Delivery;

/// <summary>What Discord grants this machine's address, over all webhooks of a pipeline: 50 requests in a second, and
/// nothing while it is banned.</summary>
/// <remarks>Source of the 50: Discord's developer documentation, "Rate Limits", "Global Rate Limit".</remarks>
internal sealed class GlobalWindow
{
    private static readonly WindowRule s_rule = new(50, TimeSpan.FromSeconds(1));

    /// <summary>A ban at the edge lasts, and knocking prolongs it.</summary>
    private static readonly TimeSpan s_firstBan = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan s_longestBan = TimeSpan.FromHours(1);
    private static readonly TimeSpan s_lookAgain = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly AnswerLog _answers = new();
    private int _inFlight;
    private TimeSpan _blockedUntil;
    private TimeSpan _bannedUntil;
    private TimeSpan _ban;

    /// <summary>Until when a global 429 has blocked everything.</summary>
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

    /// <summary>Until when a ban is waited out.</summary>
    public TimeSpan BannedUntil
    {
        get
        {
            lock (_gate)
            {
                return _bannedUntil;
            }
        }
    }

    /// <summary>Takes a place.</summary>
    /// <returns>Whether it was taken, which <see cref="Answer"/> or <see cref="Release"/> must give back.</returns>
    public bool TryTake(TimeSpan now, out TimeSpan wait)
    {
        lock (_gate)
        {
            wait = Max(_blockedUntil, _bannedUntil) - now;
            if (wait > TimeSpan.Zero)
            {
                return false;
            }

            // After a ban one goes ahead: were it not over, the others would prolong it.
            var isProbed = _ban > TimeSpan.Zero && _inFlight > 0;
            wait = isProbed ? s_lookAgain : _answers.WaitFor(s_rule, _inFlight, now) ?? s_lookAgain;
            if (wait > TimeSpan.Zero)
            {
                return false;
            }

            _inFlight++;
            return true;
        }
    }

    /// <summary>Gives back a place that is not used.</summary>
    public void Release()
    {
        lock (_gate)
        {
            _inFlight--;
        }
    }

    /// <summary>Settles a place.</summary>
    public void Answer(WebhookResponse response, TimeSpan now)
    {
        lock (_gate)
        {
            _inFlight = Math.Max(0, _inFlight - 1);
            _answers.Add(now);
            if (response is { Status: > 0, IsBan: false } && now >= _bannedUntil)
            {
                _ban = TimeSpan.Zero;
            }
        }
    }

    /// <summary>Blocks everything until a time: the limit is by address, not by webhook.</summary>
    public void Block(TimeSpan until)
    {
        lock (_gate)
        {
            _blockedUntil = Max(_blockedUntil, until);
        }
    }

    /// <summary>Waits a ban out: for two minutes, or what was asked; twice as long when it is not over then, up to an
    /// hour.</summary>
    /// <returns>For how long; null when it was known already.</returns>
    public TimeSpan? Ban(TimeSpan? asked, TimeSpan now)
    {
        lock (_gate)
        {
            if (now < _bannedUntil)
            {
                return null;
            }

            _ban = _ban == TimeSpan.Zero ? s_firstBan : Min(_ban * 2, s_longestBan);
            _ban = Min(Max(_ban, asked ?? TimeSpan.Zero), s_longestBan);
            _bannedUntil = now + _ban;
            return _ban;
        }
    }

    private static TimeSpan Max(TimeSpan a, TimeSpan b) => a > b ? a : b;

    private static TimeSpan Min(TimeSpan a, TimeSpan b) => a < b ? a : b;
}
