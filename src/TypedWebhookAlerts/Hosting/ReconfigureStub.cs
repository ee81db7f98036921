namespace TypedWebhookAlerts.Hosting;

internal static class ReconfigureStub
{
    public static void Reconfigure(this AlertPipeline pipeline, WebhookAlertOptions options)
    {
        _ = pipeline;
        _ = options;
    }
}
