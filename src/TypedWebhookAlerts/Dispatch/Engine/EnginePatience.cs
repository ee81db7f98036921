namespace TypedWebhookAlerts.Dispatch;

/// <summary>How long an engine waits at its end.</summary>
internal static class EnginePatience
{
    /// <summary>For what is sent, by the pipeline's clock.</summary>
    public static readonly TimeSpan Flush = TimeSpan.FromSeconds(5);

    /// <summary>For the pump, in real time: it takes a millisecond unless a user's code holds it.</summary>
    public static readonly TimeSpan Drain = TimeSpan.FromSeconds(1);

    /// <summary>For what is the user's: a logger, a handler, a disk. In real time, as above.</summary>
    public static readonly TimeSpan Close = TimeSpan.FromSeconds(5);
}
