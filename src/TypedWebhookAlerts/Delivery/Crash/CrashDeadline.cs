namespace TypedWebhookAlerts.Delivery;

/// <summary>Until when a process that ends may send. Real time: in a crash no other moves.</summary>
internal sealed class CrashDeadline(TimeSpan timeout)
{
    /// <summary>Nobody sets it: who waits for it waits for the time.</summary>
    private static readonly ManualResetEventSlim s_never = new(initialState: false, spinCount: 0);

    private readonly long _start = TimeProvider.System.GetTimestamp();

    public TimeSpan Left
        => timeout - TimeProvider.System.GetElapsedTime(_start) is { Ticks: > 0 } left ? left : TimeSpan.Zero;

    /// <summary>Waits on the calling thread, without a timer of the thread pool's.</summary>
    /// <returns>False, at once, if there is not so much time left.</returns>
    public bool TryWait(TimeSpan time)
    {
        if (time >= Left)
        {
            return false;
        }

        s_never.Wait(time);
        return true;
    }
}
