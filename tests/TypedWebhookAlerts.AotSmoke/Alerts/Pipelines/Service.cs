namespace TypedWebhookAlerts.AotSmoke.Alerts.Pipelines;

internal abstract class Service(AlertPipeline pipeline)
{
    protected AlertPipeline Alerts { get; } = pipeline;
}
