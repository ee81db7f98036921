namespace TypedWebhookAlerts;

/// <summary>Whether a pipeline does what it is there for.</summary>
public enum PipelineStatus
{
    /// <summary>Alerts are delivered; or no route has an address, as the configuration wants it.</summary>
    Healthy,

    /// <summary>Alerts are late, take another way, or some were lost.</summary>
    Degraded,

    /// <summary>Alerts are not delivered, the critical ones neither.</summary>
    Unhealthy,
}
