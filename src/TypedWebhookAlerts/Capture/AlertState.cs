namespace TypedWebhookAlerts.Capture;

/// <summary>What one pipeline knows of one alert.</summary>
internal sealed class AlertState
{
    private readonly long[] _refused = new long[Enum.GetValues<RefusalReason>().Length];
    private long _untold;

    // The minute in the upper half, what is left of its budget in the lower: what is given back belongs to a minute.
    private long _budget;

    public AlertState(AlertDescriptor descriptor, bool isEnabled)
    {
        Descriptor = descriptor;
        IsEnabled = isEnabled;
        _budget = Budget(minute: 0, descriptor.MaxPerMinute);
    }

    public AlertDescriptor Descriptor { get; }

    /// <summary>Whether a call captures anything. Read at each call without a barrier.</summary>
    public bool IsEnabled { get; set; }

    public long RefusedFor(RefusalReason reason) => Volatile.Read(ref _refused[(int)reason]);

    public void Refuse(RefusalReason reason)
    {
        Interlocked.Increment(ref _refused[(int)reason]);
        Interlocked.Increment(ref _untold);
    }

    /// <summary>The refusals that no message has told of yet; from now on they are told.</summary>
    public long TakeUntoldRefusals() => Interlocked.Exchange(ref _untold, 0);

    /// <summary>Takes one call from this minute's budget.</summary>
    /// <param name="minute">Which minute's it was; <see cref="Unspend"/> wants to know.</param>
    /// <remarks>A spent budget is only read: a storm refuses so many calls that writing to it would cost the line of
    /// every core.</remarks>
    public bool TrySpend(out int minute)
    {
        minute = 0;
        return Descriptor.MaxPerMinute <= 0 || TrySpendBudget(out minute);
    }

    /// <summary>Gives back what a call took that found no room: never to a later minute, whose budget is whole.</summary>
    public void Unspend(int minute)
    {
        if (Descriptor.MaxPerMinute <= 0)
        {
            return;
        }

        long seen;
        do
        {
            seen = Volatile.Read(ref _budget);
        }
        while (MinuteOf(seen) == minute && Interlocked.CompareExchange(ref _budget, seen + 1, seen) != seen);
    }

    /// <summary>Starts a new minute. The pump does, so that no call reads a clock.</summary>
    public void RefillBudget()
        => Volatile.Write(ref _budget, Budget(MinuteOf(Volatile.Read(ref _budget)) + 1, Descriptor.MaxPerMinute));

    private bool TrySpendBudget(out int minute)
    {
        long seen;
        do
        {
            seen = Volatile.Read(ref _budget);
            minute = MinuteOf(seen);
            if ((uint)seen == 0)
            {
                return false;
            }
        }
        while (Interlocked.CompareExchange(ref _budget, seen - 1, seen) != seen);
        return true;
    }

    private static int MinuteOf(long budget) => (int)(budget >> 32);

    private static long Budget(int minute, int left) => ((long)minute << 32) | (uint)Math.Max(0, left);
}
