namespace TypedWebhookAlerts.Dispatch;

/// <summary>What lives as long as a pipeline runs, and raises alerts of its own.</summary>
internal interface IPipelineCompanion : IAsyncDisposable
{
    /// <summary>Takes the options: once when it is attached, and again at each reload.</summary>
    void Configure(WebhookAlertOptions options);
}
