using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace TypedWebhookAlerts.Hosting;

/// <summary>Answers the application's health checks with the pipeline's health.</summary>
internal sealed class WebhookAlertsHealthCheck(AlertPipeline pipeline) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var health = pipeline.Health;
        var status = health.Status switch
        {
            PipelineStatus.Healthy => HealthStatus.Healthy,
            PipelineStatus.Degraded => HealthStatus.Degraded,
            _ => context.Registration.FailureStatus,
        };
        var description = health.Reasons.Count == 0 ? null : string.Join(' ', health.Reasons);
        return Task.FromResult(new HealthCheckResult(status, description, exception: null, DataOf(health)));
    }

    private Dictionary<string, object> DataOf(PipelineHealth health)
    {
        var ledger = pipeline.Ledger;
        var data = new Dictionary<string, object>
        {
            ["raised"] = ledger.Raised,
            ["refused"] = ledger.Refused,
            ["accepted"] = ledger.Accepted,
            ["delivered"] = ledger.Delivered,
            ["coalesced"] = ledger.Coalesced,
            ["dropped"] = ledger.Dropped,
            ["spooled"] = ledger.Spooled,
            ["pending"] = ledger.Pending,
        };
        foreach (var (name, route) in health.Routes)
        {
            data[$"route.{name}"] = route.ToString();
        }

        return data;
    }
}
