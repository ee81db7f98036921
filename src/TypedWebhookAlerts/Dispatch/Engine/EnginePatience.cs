namespace TypedWebhookAlerts.Dispatch;

/// <summary>How long an engine waits at its end.</summary>
internal static class EnginePatience
{
    /// <summary>For what is sent, by the pipeline's clock.</summary>
    public static readonly TimeSpan Flush = TimeSpan.FromSeconds(5);

    /// <summary>For the pump, in real time: it takes a millisecond unless a user's code holds it.</summary>
    public static readonly TimeSpan Drain = TimeSpan.FromSeconds(1);

    /// <summary>For the pump in a crash, in real time: nothing comes after it, and what the pump has last is why the
    /// process dies. A machine that is busy beyond measure may let no thread run for seconds.</summary>
    public static readonly TimeSpan CrashDrain = TimeSpan.FromSeconds(5);

    /// <summary>For what is the user's: a logger, a handler, a disk. In real time, as above.</summary>
    public static readonly TimeSpan Close = TimeSpan.FromSeconds(5);
}
