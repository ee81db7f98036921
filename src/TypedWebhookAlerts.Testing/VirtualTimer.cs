namespace TypedWebhookAlerts.Testing;

/// <summary>A timer of <see cref="VirtualTime"/>. Its state belongs to the clock, which holds its lock.</summary>
internal sealed class VirtualTimer(VirtualTime clock, TimerCallback callback, object? state) : ITimer
{
    /// <summary>When it is due next, since the clock's start; null when it is not.</summary>
    public TimeSpan? Due { get; set; }

    /// <summary>Which of the timers that are due at one time was set first.</summary>
    public long Sequence { get; set; }

    /// <summary>The time from one call to the next; null for a single call.</summary>
    public TimeSpan? Period { get; set; }

    public bool IsDisposed { get; set; }

    public bool Change(TimeSpan dueTime, TimeSpan period) => clock.Change(this, dueTime, period);

    public void Fire() => callback(state);

    public void Dispose() => clock.Remove(this);

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
