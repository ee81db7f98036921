using Microsoft.Extensions.DependencyInjection;
using TypedWebhookAlerts;

namespace Microsoft.Extensions.Hosting;

/// <summary>Adds webhook alerts to a host.</summary>
public static class WebhookAlertsHostApplicationBuilderExtensions
{
    /// <summary>
    /// Adds the pipeline that delivers alerts: started before every other hosted service, flushed after all have
    /// stopped. It reads the section <c>WebhookAlerts</c> and the <c>WEBHOOK_*</c> variables, and takes changes of the
    /// configuration while it runs. Called again it adds to what <paramref name="configure"/> does.
    /// </summary>
    /// <param name="builder">The host's builder.</param>
    /// <param name="configure">Sets options; it wins over variables, and they over the section. It is called again at
    /// each reload of the configuration.</param>
    /// <returns>The builder.</returns>
    public static IHostApplicationBuilder AddWebhookAlerts(
        this IHostApplicationBuilder builder, Action<WebhookAlertOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddWebhookAlerts(builder.Configuration, configure);
        return builder;
    }
}
