namespace TypedWebhookAlerts.Delivery;

/// <summary>
/// Discord's hidden window: so many requests a minute for a whole channel, which no header shows until it is overrun.
/// Shared by the lanes of all webhooks of the channel.
/// </summary>
/// <remarks>A slot counts from when its answer arrived. Counted from when it was sent, at round trips of 40 to 300 ms
/// 300 requests met 119 answers of 429; counted from the answer, none.</remarks>
internal sealed class ChannelWindow(int limit)
{
    /// <summary>So many of a window's slots are kept for Critical.</summary>
    public const int CriticalReserve = 2;

    public static readonly TimeSpan Period = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan s_lookAgain = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private Queue<TimeSpan> _answers = new();
    private int _inFlight;
    private TimeSpan _blockedUntil;

    public int Limit => limit;

    /// <summary>How many slots may be taken before a message: all but the reserve, which only Critical uses.</summary>
    public int SlotsFor(bool isCritical) => isCritical ? limit : limit - CriticalReserve;

    /// <summary>How many slots are taken now.</summary>
    public int Used(TimeSpan now)
    {
        lock (_gate)
        {
            return CountUsed(now);
        }
    }

    /// <summary>Takes a slot.</summary>
    /// <param name="now">The lane clock's time.</param>
    /// <param name="slots">How many slots may be taken before this one.</param>
    /// <param name="wait">How long until it is worth looking again.</param>
    /// <returns>Whether a slot was taken, which <see cref="Answer"/> must give back.</returns>
    public bool TryTake(TimeSpan now, int slots, out TimeSpan wait)
    {
        lock (_gate)
        {
            wait = TimeSpan.Zero;
            if (now < _blockedUntil)
            {
                wait = _blockedUntil - now;
                return false;
            }

            var used = CountUsed(now);
            if (used < slots)
            {
                _inFlight++;
                return true;
            }

            // When it is other lanes' requests in flight that fill the window, their answers have no time yet.
            var excess = used - slots;
            wait = excess < _answers.Count ? _answers.ElementAt(excess) + Period - now : s_lookAgain;
            return false;
        }
    }

    /// <summary>Settles a slot.</summary>
    /// <param name="now">When the answer arrived.</param>
    /// <param name="hasCounted">Whether Discord counted the request: not when it refused it by a limit.</param>
    public void Answer(TimeSpan now, bool hasCounted)
    {
        lock (_gate)
        {
            _inFlight--;
            if (hasCounted)
            {
                _answers.Enqueue(now);
            }
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
            answers = [.. other._answers];
            blockedUntil = other._blockedUntil;
        }

        Block(blockedUntil);
        lock (_gate)
        {
            _answers = new Queue<TimeSpan>(_answers.Concat(answers).Order());
        }
    }

    /// <summary>Takes no slot before a time: a 429 knows better than this model.</summary>
    public void Block(TimeSpan until)
    {
        lock (_gate)
        {
            _blockedUntil = until > _blockedUntil ? until : _blockedUntil;
        }
    }

    private int CountUsed(TimeSpan now)
    {
        while (_answers.TryPeek(out var oldest) && now - oldest >= Period)
        {
            _answers.Dequeue();
        }

        return _answers.Count + _inFlight;
    }
}
