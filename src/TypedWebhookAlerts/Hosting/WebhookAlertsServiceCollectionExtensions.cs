using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TypedWebhookAlerts;
using TypedWebhookAlerts.Hosting;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds webhook alerts to services.</summary>
public static class WebhookAlertsServiceCollectionExtensions
{
    /// <summary>
    /// Adds the pipeline that delivers alerts, as a hosted service and as <see cref="AlertPipeline"/>. A malformed option
    /// fails the host's start with an <see cref="OptionsValidationException"/> that names it.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="configuration">Its section <c>WebhookAlerts</c> is read, before the <c>WEBHOOK_*</c>
    /// variables.</param>
    /// <param name="configure">Sets options; it wins over variables, and they over the section.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddWebhookAlerts(
        this IServiceCollection services, IConfiguration configuration, Action<WebhookAlertOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configuration);
        var mistakes = new List<string>();
        services.AddOptions<WebhookAlertOptions>()
            .Configure(options =>
            {
                var section = configuration.GetSection("WebhookAlerts");
                try
                {
                    section.Bind(options);
                }
                catch (InvalidOperationException exception)
                {
                    mistakes.Add(SectionMistake.Describe(exception));
                }

                LevelRoutesSection.Replace(options, section);
                mistakes.AddRange(WebhookVariables.Apply(options, Environment.GetEnvironmentVariable));
                configure?.Invoke(options);
            })
            .PostConfigure<ILoggerFactory>((options, factory) =>
            {
                options.LoggerFactory ??= factory;
                options.LogAlerts ??= true;
            })
            .PostConfigure<IServiceProvider>((options, provider)
                => options.ContentRoot = provider.GetService<IHostEnvironment>()?.ContentRootPath);
        services.AddSingleton<IValidateOptions<WebhookAlertOptions>>(new WebhookAlertOptionsValidator());
        services.AddSingleton<IValidateOptions<WebhookAlertOptions>>(new VariablesValidator(mistakes));
        services.TryAddSingleton(_ => AmbientPipeline.Reserve());
        services.AddHostedService<WebhookAlertsService>();
        return services;
    }
}
