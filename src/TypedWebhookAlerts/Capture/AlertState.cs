namespace TypedWebhookAlerts.Capture;

/// <summary>What one pipeline knows of one alert.</summary>
internal sealed class AlertState
{
    private readonly long[] _refused = new long[Enum.GetValues<RefusalReason>().Length];
    private long _untold;
    private int _budget;

    public AlertState(AlertDescriptor descriptor, bool isEnabled)
    {
        Descriptor = descriptor;
        IsEnabled = isEnabled;
        _budget = descriptor.MaxPerMinute;
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
    /// <remarks>A spent budget is only read: two thousand million refused calls would decrement it round to a full
    /// one, and a storm has so many in a minute.</remarks>
    public bool TrySpend()
        => Descriptor.MaxPerMinute <= 0
            || (Volatile.Read(ref _budget) > 0 && Interlocked.Decrement(ref _budget) >= 0);

    /// <summary>Gives back what a call took that found no room.</summary>
    public void Unspend()
    {
        if (Descriptor.MaxPerMinute > 0)
        {
            Interlocked.Increment(ref _budget);
        }
    }

    /// <summary>Starts a new minute. The pump does, so that no call reads a clock.</summary>
    public void RefillBudget() => Volatile.Write(ref _budget, Descriptor.MaxPerMinute);
}
