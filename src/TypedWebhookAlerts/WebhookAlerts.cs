namespace TypedWebhookAlerts;

/// <summary>The ambient pipeline, and how to start one without a host.</summary>
public static class WebhookAlerts
{
    /// <summary>The pipeline that alerts use which are given none.</summary>
    public static AlertPipeline Pipeline { get; } = new();
}
