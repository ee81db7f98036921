using Microsoft.Extensions.Logging;

namespace TypedWebhookAlerts.Capture;

/// <summary>What one pipeline knows of one alert.</summary>
internal sealed class AlertState
{
    private readonly LevelCounts _refused = new(rows: (int)RefusalReason.Closed + 1);
    private long _untold;

    // The minute in the upper half, what is left of its budget in the lower: what is given back belongs to a minute.
    private long _budget;

    public AlertState(AlertDescriptor descriptor, bool isEnabled)
        : this(descriptor, AlertSettings.Declared(descriptor) with { IsEnabled = isEnabled })
    {
    }

    public AlertState(AlertDescriptor descriptor, in AlertSettings settings)
    {
        Descriptor = descriptor;
        Configure(settings, isStart: true);
        _budget = Budget(minute: 0, descriptor.MaxPerMinute);
    }

    public AlertDescriptor Descriptor { get; }

    /// <summary>Whether a call captures anything. Read at each call without a barrier.</summary>
    public bool IsEnabled { get; private set; }

    /// <summary>Whether what was captured is sent. Once it has been enabled after the start it is: a reload that
    /// disables it concerns the calls that follow, and not those that were told that they were accepted.</summary>
    public bool IsTaken { get; private set; }

    /// <summary>The level that it has by the options.</summary>
    public LogLevel Level { get; private set; }

    /// <summary>The route that it names by the options, or null where the level decides.</summary>
    public string? Route { get; private set; }

    /// <summary>Whether it may use the room that is kept for Critical. Read at each call.</summary>
    public bool IsCritical { get; private set; }

    /// <summary>Takes what the options say of it.</summary>
    /// <param name="settings">What they say.</param>
    /// <param name="isStart">Whether the options are the first: what they disable has never been enabled.</param>
    public void Configure(in AlertSettings settings, bool isStart)
    {
        IsEnabled = settings.IsEnabled;
        IsTaken = settings.IsEnabled || (IsTaken && !isStart);
        Level = settings.Level;
        Route = settings.Route;
        IsCritical = settings.Level == LogLevel.Critical;
    }

    public long RefusedFor(RefusalReason reason) => _refused.Sum((int)reason);

    /// <summary>Adds the refused calls to a sum, in a row a reason.</summary>
    public void AddRefused(LevelCounts sum) => sum.Add(_refused);

    public void Refuse(RefusalReason reason)
    {
        _refused.Add((int)reason, Level, 1);
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

    /// <summary>Gives back what a call took that found no room: never to a later minute, whose budget is
    /// whole.</summary>
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
