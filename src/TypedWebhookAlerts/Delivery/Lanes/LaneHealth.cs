namespace TypedWebhookAlerts.Delivery;

/// <summary>Whether a webhook can be posted to, as far as its answers tell.</summary>
/// <remarks>Its lane writes; anyone may read.</remarks>
internal sealed class LaneHealth
{
    private static readonly TimeSpan s_firstProbe = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan s_longestProbe = TimeSpan.FromMinutes(60);

    private readonly Lock _gate = new();
    private readonly LaneClock _clock;
    private RetryOptions _retry;
    private WebhookResponse? _last;
    private TimeSpan? _probeAt;
    private TimeSpan? _failedAt;
    private TimeSpan _probePause = s_firstProbe;
    private TimeSpan _holdUntil;
    private bool _isMourned;

    public LaneHealth(WebhookAlertOptions options, LaneClock clock)
    {
        _clock = clock;
        _retry = options.Retry;
        Breaker = new LaneBreaker(options.Breaker, clock);
    }

    public LaneBreaker Breaker { get; }

    /// <summary>Takes the options; between two requests.</summary>
    public void Configure(WebhookAlertOptions options)
    {
        lock (_gate)
        {
            _retry = options.Retry;
        }

        Breaker.Configure(options.Breaker);
    }

    /// <summary>When a webhook is asked again that is gone; null while it is not.</summary>
    public TimeSpan? ProbeAt
    {
        get
        {
            lock (_gate)
            {
                return _probeAt;
            }
        }
    }

    public bool IsDead => ProbeAt is not null;

    /// <summary>Whether alerts of another route may move here.</summary>
    public bool TakesOthers => !IsDead && !Breaker.IsBroken;

    /// <summary>Until when nothing is posted: the breaker is open, or a message's retries are spent.</summary>
    public TimeSpan ShutUntil
    {
        get
        {
            lock (_gate)
            {
                return _holdUntil > Breaker.OpenUntil ? _holdUntil : Breaker.OpenUntil;
            }
        }
    }

    /// <summary>When a post failed last; null if one has been answered since.</summary>
    public TimeSpan? FailedAt
    {
        get
        {
            lock (_gate)
            {
                return _failedAt;
            }
        }
    }

    /// <summary>A post was answered, or failed.</summary>
    public void Answered(WebhookResponse response, TimeSpan now)
    {
        lock (_gate)
        {
            _last = response;
            _failedAt = response.IsFailure ? now : null;
            if (response.Kind == ResponseKind.Confirmed)
            {
                _probePause = s_firstProbe;
                _isMourned = false;
            }
        }
    }

    /// <summary>A message goes back into the queue: the next one is not tried at once.</summary>
    /// <param name="now">The lane clock's time.</param>
    /// <param name="isFirst">Whether it was tried once only, so that its retries are not spent.</param>
    public void Hold(TimeSpan now, bool isFirst)
    {
        lock (_gate)
        {
            _holdUntil = now + (isFirst ? _retry.Delay : _retry.MaxDelay);
        }
    }

    /// <summary>Lets the next message be tried at once, for a Critical; an open breaker stays open.</summary>
    public void EndHold()
    {
        lock (_gate)
        {
            _holdUntil = TimeSpan.Zero;
        }
    }

    /// <summary>The webhook is gone, or forbids posting. It is asked again after 5, 10, 20, 40 and then every 60
    /// minutes.</summary>
    /// <returns>Whether that is news: nobody has been told since it last took a message.</returns>
    public bool Die(WebhookResponse response, TimeSpan now)
    {
        lock (_gate)
        {
            _last = response;
            _probeAt = now + _probePause;
            _probePause = _probePause * 2 < s_longestProbe ? _probePause * 2 : s_longestProbe;
            var isNews = !_isMourned;
            _isMourned = true;
            return isNews;
        }
    }

    /// <summary>Asks again soon, as the question was given up for something else.</summary>
    public void ProbeAgain(TimeSpan at)
    {
        lock (_gate)
        {
            _probeAt = at;
        }
    }

    /// <summary>It answers again. That it takes messages is not known yet: the pauses of its death go on growing until
    /// it has.</summary>
    public void Revive()
    {
        lock (_gate)
        {
            _probeAt = null;
            _failedAt = null;
        }
    }

    /// <summary>The state for others to see.</summary>
    /// <param name="hold">What holds the lane up besides.</param>
    /// <param name="utcNow">The time of day.</param>
    public RouteHealth Describe(WindowHold? hold, DateTimeOffset utcNow)
    {
        lock (_gate)
        {
            var now = _clock.Now;
            var (state, until, reason) = this switch
            {
                { _probeAt: { } at } => (RouteState.Dead, at, _last?.Reason),
                { Breaker.IsBroken: true } => (RouteState.Broken, Breaker.OpenUntil, _last?.Reason),
                _ when hold is { } held => (StateOf(held.Reason), held.Until, held.Reason.ToString()),
                { _failedAt: not null } => (RouteState.BackingOff, _holdUntil, _last?.Reason),
                _ => (RouteState.Ready, TimeSpan.Zero, null),
            };
            return new RouteHealth
            {
                State = state,
                Until = until > now ? utcNow + (until - now) : null,
                Reason = reason,
            };
        }
    }

    private static RouteState StateOf(HoldReason reason)
        => reason is HoldReason.Banned or HoldReason.InvalidRequests ? RouteState.Banned : RouteState.BackingOff;
}
