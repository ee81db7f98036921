namespace TypedWebhookAlerts.AotSmoke.Alerts;

internal sealed class Store(AlertPipeline alerts) : IStore
{
    public AlertPipeline Alerts { get; } = alerts;
}
