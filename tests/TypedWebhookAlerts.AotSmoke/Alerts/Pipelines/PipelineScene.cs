namespace TypedWebhookAlerts.AotSmoke.Alerts.Pipelines;

internal static class PipelineScene
{
    public static IReadOnlyList<AlertReceipt> Raise(AlertPipeline pipeline)
    {
        pipeline.CacheCold("members");
        pipeline.CacheEvicted("members", 12_000);
        default(AlertPipeline).CacheEvicted("members", "memory pressure");
        PipelineAlerts.StoreFailed(pipeline, "member:1", Thrown.Here());
        PipelineAlerts.KeyInvalid("member:?", pipeline);
        pipeline.RegionLost("eu").Resolve();
        var inherited = new InheritedAlerts(pipeline);
        inherited.Started("gateway");
        inherited.Restarting("voice", TimeSpan.FromSeconds(90));
        inherited.GaveUp("voice");
        new LazyAlerts(() => pipeline).Late("the backup");
        new LazyAlerts(() => null).Late("the vacuum");
        new LazyAlerts(() => throw new InvalidOperationException("not yet")).Lost("the invoice");
        StaticFieldAlerts.Pipeline = pipeline;
        StaticFieldAlerts.Counted(1);
        StaticFieldAlerts.Traced(2);
        return [pipeline.Warmed("members", "guilds")];
    }
}
