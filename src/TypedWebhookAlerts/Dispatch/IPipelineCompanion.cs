namespace TypedWebhookAlerts.Dispatch;

/// <summary>What lives as long as a pipeline runs, and raises alerts of its own.</summary>
internal interface IPipelineCompanion : IAsyncDisposable
{
    /// <summary>Takes the options: once when it is attached, and again at each reload.</summary>
    void Configure(WebhookAlertOptions options);

    /// <summary>Says what the process dies of, before what waits is sent and kept. It must not wait for
    /// anything.</summary>
    /// <param name="thrown">What nobody caught.</param>
    void Witness(object thrown)
    {
    }
}
