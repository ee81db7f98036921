namespace TypedWebhookAlerts.Delivery;

/// <summary>
/// Discord's hidden window: so many requests a minute for a whole channel, which no header shows until it is overrun.
/// Shared by the lanes of all webhooks of the channel. The option's is kept always; what a refusal teaches, besides,
/// for a while.
/// </summary>
/// <remarks>A slot counts from when its answer arrived. Counted from when it was sent, at round trips of 40 to 300 ms
/// 300 requests met 119 answers of 429; counted from the answer, none.</remarks>
internal sealed class ChannelWindow
{
    /// <summary>So many of a window's slots are kept for Critical.</summary>
    public const int CriticalReserve = 2;

    public static readonly TimeSpan Period = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan s_lookAgain = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly AnswerLog _answers = new();
    private readonly ChannelTurns _turns = new();
    private readonly LearnedRules _learned = new();
    private WindowRule _prior;
    private WindowRule _tightest;
    private int _inFlight;
    private TimeSpan _blockedUntil;

    public ChannelWindow(int limit) => _tightest = _prior = new WindowRule(limit, Period);

    /// <summary>Takes the option; what was learned besides is kept.</summary>
    public void Configure(int limit)
    {
        lock (_gate)
        {
            _prior = new WindowRule(limit, Period);
            FindTightest();
        }
    }

    /// <summary>How many requests the tightest window takes that is known.</summary>
    public int Limit
    {
        get
        {
            lock (_gate)
            {
                return _tightest.Limit;
            }
        }
    }

    /// <summary>Until when a 429 has blocked the channel.</summary>
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

    /// <summary>How many slots may be taken before a message: all but the reserve, which only Critical uses.</summary>
    public int SlotsFor(bool isCritical)
    {
        var limit = Limit;
        return isCritical ? limit : Math.Max(1, limit - CriticalReserve);
    }

    /// <summary>How full the window is now: of several, the fullest.</summary>
    public ChannelFill Fill(TimeSpan now)
    {
        lock (_gate)
        {
            Unlearn(now);
            return _learned.Rules.Append(_prior)
                .Select(rule => new ChannelFill(
                    _answers.CountWithin(rule.Period, now) + _inFlight, rule.Limit, rule.Period))
                .MaxBy(fill => (double)fill.Used / fill.Limit);
        }
    }

    /// <summary>Takes a slot.</summary>
    /// <param name="now">The lane clock's time.</param>
    /// <param name="slots">How many of <see cref="Limit"/> slots may be taken before this one.</param>
    /// <param name="wait">How long until it is worth looking again.</param>
    /// <param name="wake">Wakes the lane that asks, and tells it from others: it is called when it was held up by
    /// another's request and that was answered. Null asks without regard to others.</param>
    /// <returns>Whether a slot was taken, which <see cref="Answer"/> must give back.</returns>
    public bool TryTake(TimeSpan now, int slots, out TimeSpan wait, Action? wake = null)
    {
        lock (_gate)
        {
            Unlearn(now);
            var reserve = Math.Max(0, _tightest.Limit - slots);
            wait = Max(_blockedUntil - now, WaitForRoom(reserve, now));
            if (wait > TimeSpan.Zero)
            {
                _turns.Leave(wake);
                return false;
            }

            // Nothing holds up a Critical, for which all slots are.
            wait = reserve == 0 ? TimeSpan.Zero : _turns.Wait(wake, _inFlight > 0, now);
            if (wait > TimeSpan.Zero)
            {
                return false;
            }

            _turns.Take(wake, now);
            _inFlight++;
            return true;
        }
    }

    /// <summary>Settles a slot.</summary>
    /// <param name="now">When the answer arrived.</param>
    /// <param name="hasCounted">Whether Discord counted the request: not when it refused it by a limit.</param>
    public void Answer(TimeSpan now, bool hasCounted)
    {
        IReadOnlyList<Action> held;
        lock (_gate)
        {
            _inFlight--;
            if (hasCounted)
            {
                _answers.Add(now);
            }

            held = _turns.Answer(now);
        }

        foreach (var wake in held)
        {
            wake();
        }
    }

    /// <summary>Learns from a refusal: the channel is blocked, and its window known better.</summary>
    /// <param name="now">When the refusal arrived.</param>
    /// <param name="retryAfter">How long Discord asks to wait.</param>
    /// <param name="until">How long the channel is blocked: no shorter.</param>
    /// <returns>The window that was learned; null when the refusal taught none.</returns>
    public WindowRule? Refuse(TimeSpan now, TimeSpan retryAfter, TimeSpan until)
    {
        lock (_gate)
        {
            _blockedUntil = Max(_blockedUntil, until);
            Unlearn(now);
            var rules = WindowLearner.Learn(_answers, now, retryAfter, Period);
            if (rules.Count == 0)
            {
                return null;
            }

            _learned.Learn(rules, now);
            FindTightest();
            return rules.MinBy(rule => rule.Rate);
        }
    }

    /// <summary>Takes over what another window counted, and how long it is blocked: it turned out to be this
    /// channel's too.</summary>
    public void Absorb(ChannelWindow other)
    {
        TimeSpan[] answers;
        TimeSpan blockedUntil;
        lock (other._gate)
        {
            answers = [.. other._answers.All];
            blockedUntil = other._blockedUntil;
        }

        lock (_gate)
        {
            _blockedUntil = Max(_blockedUntil, blockedUntil);
            if (answers.Length > 0)
            {
                // What was learned without them was learned from half of the truth.
                _learned.Forget();
                FindTightest();
            }

            foreach (var answer in answers)
            {
                _answers.Add(answer);
            }
        }
    }

    private TimeSpan WaitForRoom(int reserve, TimeSpan now)
    {
        var wait = WaitForRoom(_prior, reserve, now);
        foreach (var rule in _learned.Rules)
        {
            wait = Max(wait, WaitForRoom(rule, reserve, now));
        }

        return wait;
    }

    private TimeSpan WaitForRoom(WindowRule rule, int reserve, TimeSpan now)
        // When it is other lanes' requests in flight that fill the window, their answers have no time yet.
        => _answers.WaitFor(rule with { Limit = Math.Max(1, rule.Limit - reserve) }, _inFlight, now) ?? s_lookAgain;

    private void Unlearn(TimeSpan now)
    {
        if (_learned.HasEnded(now))
        {
            _learned.Forget();
            FindTightest();
        }
    }

    private void FindTightest() => _tightest = _learned.Rules.Prepend(_prior).MinBy(rule => rule.Rate);

    private static TimeSpan Max(TimeSpan a, TimeSpan b) => a > b ? a : b;
}
