namespace TypedWebhookAlerts.Monitoring;

/// <summary>What watches the process beside a pipeline that an application started.</summary>
internal static class PipelineCompanions
{
    /// <summary>Attaches them to a pipeline that was started.</summary>
    /// <param name="pipeline">Takes what they raise, and ends them.</param>
    /// <param name="options">The options that it was started with.</param>
    /// <returns>The one that a host tells of its start and its stop.</returns>
    public static SystemStatus Attach(AlertPipeline pipeline, WebhookAlertOptions options)
    {
        var status = new SystemStatus(pipeline, options.TimeProvider);
        pipeline.Attach(status);
        pipeline.Attach(new ThresholdWatcher(pipeline));
        return status;
    }
}
