using Microsoft.Extensions.Diagnostics.HealthChecks;
using TypedWebhookAlerts;
using TypedWebhookAlerts.Hosting;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the health of webhook alerts to an application's health checks.</summary>
public static class WebhookAlertsHealthChecksBuilderExtensions
{
    /// <summary>
    /// Adds a check of the pipeline that <c>AddWebhookAlerts</c> has added to the services; without one, of the ambient
    /// pipeline. When it is degraded or unhealthy is said at <see cref="PipelineHealth.Status"/>. The check's data are
    /// the ledger's numbers and each route's state; neither they nor its description hold an address.
    /// </summary>
    /// <param name="builder">The health checks.</param>
    /// <param name="name">The check's name. The default value is <c>webhook_alerts</c>.</param>
    /// <param name="failureStatus">What is reported instead of <see cref="HealthStatus.Unhealthy"/>, which is the
    /// default.</param>
    /// <param name="tags">Tags by which checks are chosen.</param>
    /// <returns>The builder.</returns>
    public static IHealthChecksBuilder AddWebhookAlerts(
        this IHealthChecksBuilder builder,
        string name = "webhook_alerts",
        HealthStatus? failureStatus = null,
        IEnumerable<string>? tags = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return builder.Add(new HealthCheckRegistration(
            name,
            static services => new WebhookAlertsHealthCheck(
                services.GetService<AlertPipeline>() ?? AmbientPipeline.Current),
            failureStatus,
            tags));
    }
}
