using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using TypedWebhookAlerts;
using TypedWebhookAlerts.Hosting;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds webhook alerts to services.</summary>
public static class WebhookAlertsServiceCollectionExtensions
{
    /// <summary>
    /// Adds the pipeline that delivers alerts, as a hosted service and as <see cref="AlertPipeline"/>. A malformed
    /// option fails the host's start with an <see cref="OptionsValidationException"/> that names it, with all others.
    /// Called again it adds to what <paramref name="configure"/> does: there is one pipeline.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="configuration">Its section <c>WebhookAlerts</c> is read, before the <c>WEBHOOK_*</c>
    /// variables; when it is reloaded, again.</param>
    /// <param name="configure">Sets options; it wins over variables, and they over the section. It is called again at
    /// each reload of the configuration.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddWebhookAlerts(
        this IServiceCollection services, IConfiguration configuration, Action<WebhookAlertOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configuration);
        SetupOf(services).Add(configuration, configure);
        return services;
    }

    /// <summary>What an earlier call has registered, or all that is needed.</summary>
    private static WebhookAlertsSetup SetupOf(IServiceCollection services)
    {
        if (services.Select(service => service.ImplementationInstance).OfType<WebhookAlertsSetup>().FirstOrDefault()
            is { } known)
        {
            return known;
        }

        var setup = new WebhookAlertsSetup();
        services.AddOptions();
        services.AddSingleton(setup);
        services.AddSingleton<IConfigureOptions<WebhookAlertOptions>>(setup);
        services.AddSingleton<IPostConfigureOptions<WebhookAlertOptions>, HostSurroundings>();
        services.AddSingleton<IValidateOptions<WebhookAlertOptions>, WebhookAlertOptionsValidator>();
        services.TryAddSingleton(_ => AmbientPipeline.Reserve());
        services.AddSingleton<ReloadSignal>();
        services.AddSingleton<IOptionsChangeTokenSource<WebhookAlertOptions>>(
            static provider => provider.GetRequiredService<ReloadSignal>());
        services.AddSingleton<OptionsReload>();
        services.AddSingleton<ServiceWatch>();
        services.AddHostedService<WebhookAlertsService>();
        return setup;
    }
}
