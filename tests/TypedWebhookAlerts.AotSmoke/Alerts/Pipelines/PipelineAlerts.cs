using Microsoft.Extensions.Logging;

namespace TypedWebhookAlerts.AotSmoke.Alerts.Pipelines;

/// <summary>Extensions of the pipeline: <c>alerts.CacheCold("members")</c>.</summary>
internal static partial class PipelineAlerts
{
    [WebhookAlert(LogLevel.Warning, "Cache {name} is cold", "performance")]
    public static partial void CacheCold(this AlertPipeline alerts, string name);

    [WebhookAlert(LogLevel.Warning, "Cache {name} evicted {count:N0}", "performance")]
    public static partial bool CacheEvicted(this AlertPipeline? alerts, string name, int count);

    [WebhookAlert(LogLevel.Warning, "Cache {name} evicted {reason}", "performance")]
    public static partial bool CacheEvicted(this AlertPipeline? alerts, string name, string reason);

    [WebhookAlert(LogLevel.Error, "{key} cannot be stored")]
    public static partial void StoreFailed(AlertPipeline pipeline, string key, Exception exception);

    [WebhookAlert(LogLevel.Error, "{key} is no key")]
    public static partial void KeyInvalid(string key, AlertPipeline pipeline);

    [WebhookAlert(LogLevel.Critical, "Region {region} is lost")]
    public static partial AlertIncident RegionLost(this AlertPipeline alerts, [AlertKey] string region);

    [WebhookAlert(LogLevel.Information, "Warmed {names}", "info")]
    public static partial AlertReceipt Warmed(this AlertPipeline alerts, params IEnumerable<string> names);
}
