namespace TypedWebhookAlerts;

/// <summary>
/// What the library says by itself of the process it runs in. Each can be off, and is an alert like any other:
/// <see cref="WebhookAlertOptions.Alerts"/> knows it by its name. All of it can be changed by a reload.
/// </summary>
public sealed class SystemStatusOptions
{
    /// <summary>Whether a host tells that all of its services run, as Information: version, machine, runtime, and how
    /// long they took to start. Its name is <c>ApplicationStarted</c>. Raised only where a route that is on takes it.
    /// The default value is <see langword="true"/>.</summary>
    public bool Started { get; set; } = true;

    /// <summary>Whether a host tells that it begins to stop, as Information: the uptime. Its name is
    /// <c>ApplicationStopping</c>. Raised only where a route that is on takes it. The default value is
    /// <see langword="true"/>.</summary>
    public bool Stopping { get; set; } = true;

    /// <summary>How often the process says that it is alive, as Information: the uptime, and the ledger in a line. Its
    /// name is <c>Heartbeat</c>. Raised only where a route that is on takes it. The default value is zero, which is
    /// never; else from 1 minute to 7 days.</summary>
    public TimeSpan Heartbeat { get; set; }

    /// <summary>Whether an exception that ends the process is told, as Critical, before what waits is kept and sent.
    /// Its name is <c>UnhandledException</c>. Of several pipelines only the ambient one tells it, or else the first. A
    /// host also tells, as <c>ServiceFailed</c>, what one of its background services threw while it ran. The default
    /// value is <see langword="true"/>.</summary>
    public bool UnhandledExceptions { get; set; } = true;

    /// <summary>Whether an exception of a task that nobody looked at is told, as Error, at most 60 a minute: when a
    /// garbage collection finds it. Its name is <c>UnobservedException</c>. It is not marked as observed: where
    /// <c>ThrowUnobservedTaskExceptions</c> is set it ends the process all the same. Of several pipelines only the
    /// ambient one tells it, or else the first. The default value is <see langword="true"/>.</summary>
    public bool UnobservedExceptions { get; set; } = true;
}
