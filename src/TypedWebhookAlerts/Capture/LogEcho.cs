using System.Runtime.CompilerServices;

namespace TypedWebhookAlerts.Capture;

/// <summary>Marks what a logger of the application raises while an alert is being written to it.</summary>
internal readonly struct LogEcho : IDisposable
{
    private static int s_writers;

    [ThreadStatic]
    private static bool s_isWriting;

    /// <summary>What such a call sets in its record's header. Nearly always nobody is writing: that costs a
    /// load.</summary>
    public static int Flag
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Volatile.Read(ref s_writers) == 0 ? 0 : FlagOfThread();
    }

    /// <summary>Marks what this thread raises until the result is disposed.</summary>
    public static LogEcho Begin()
    {
        s_isWriting = true;
        Interlocked.Increment(ref s_writers);
        return default;
    }

    public void Dispose()
    {
        Interlocked.Decrement(ref s_writers);
        s_isWriting = false;
    }

    private static int FlagOfThread() => s_isWriting ? RecordHeader.Echo : 0;
}
