namespace TypedWebhookAlerts;

/// <summary>What the library says by itself of the process it runs in. Each can be off.</summary>
public sealed class SystemStatusOptions
{
    /// <summary>Whether the start is told: version, host, runtime, and how long it took. The default value is
    /// <see langword="true"/>.</summary>
    public bool Started { get; set; } = true;

    /// <summary>Whether the stop is told. The default value is <see langword="true"/>.</summary>
    public bool Stopping { get; set; } = true;

    /// <summary>How often the process says that it is alive. The default value is zero, which is never; else from 1 minute
    /// to 7 days.</summary>
    public TimeSpan Heartbeat { get; set; }

    /// <summary>Whether an exception that ends the process is told, as Critical. The default value is
    /// <see langword="true"/>.</summary>
    public bool UnhandledExceptions { get; set; } = true;

    /// <summary>Whether an exception of a task that nobody looked at is told, as Error. The default value is
    /// <see langword="true"/>.</summary>
    public bool UnobservedExceptions { get; set; } = true;
}
