namespace TypedWebhookAlerts.Dispatch;

/// <summary>Whether the pump moves. The pump says when it takes up something; whoever asks looks whether that was long
/// ago.</summary>
/// <param name="time">The clock.</param>
internal sealed class PumpProgress(TimeProvider time)
{
    /// <summary>So long the pump may take nothing though records wait.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private const long Resting = -1;

    private readonly Lock _gate = new();
    private long _busySince = Resting;
    private long _seenHead = -1;
    private TimeSpan _seenAt;

    private TimeSpan Now => time.GetElapsedTime(0);

    /// <summary>The pump takes up something else.</summary>
    public void Move() => Volatile.Write(ref _busySince, Now.Ticks);

    /// <summary>The pump has nothing to do.</summary>
    public void Rest() => Volatile.Write(ref _busySince, Resting);

    /// <summary>Whether records have waited for too long.</summary>
    /// <param name="head">How far the pump has come.</param>
    /// <param name="isWaited">Whether a record waits, or is being dispatched.</param>
    /// <remarks>A pump that sleeps though something waits has missed its wake-up, or waits for a call that died while
    /// it wrote: that shows when the same is seen twice.</remarks>
    public bool IsStuck(long head, bool isWaited)
    {
        lock (_gate)
        {
            var now = Now;
            if (!isWaited || head != _seenHead)
            {
                _seenHead = isWaited ? head : -1;
                _seenAt = now;
            }

            var busySince = Volatile.Read(ref _busySince);
            var since = busySince == Resting ? _seenAt : TimeSpan.FromTicks(Math.Min(busySince, _seenAt.Ticks));
            return isWaited && now - since >= Patience;
        }
    }
}
