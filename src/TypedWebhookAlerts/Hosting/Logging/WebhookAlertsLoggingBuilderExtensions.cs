using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TypedWebhookAlerts;

namespace Microsoft.Extensions.Logging;

/// <summary>Adds webhook alerts to logging.</summary>
public static class WebhookAlertsLoggingBuilderExtensions
{
    /// <summary>
    /// Makes alerts of the application's log entries, from Warning on: by the pipeline among the services, or the
    /// ambient one. Another level is set for <c>WebhookAlerts</c> as for any provider:
    /// <c>Logging:WebhookAlerts:LogLevel:Default</c>, or a filter for <see cref="WebhookAlertsLoggerProvider"/>. What
    /// says nothing of this provider (<c>Logging:LogLevel</c>) can keep entries out, but lets none below Warning in.
    /// </summary>
    /// <param name="builder">The logging builder.</param>
    /// <returns>The builder.</returns>
    public static ILoggingBuilder AddWebhookAlerts(this ILoggingBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<ILoggerProvider, WebhookAlertsLoggerProvider>(
            static services => new WebhookAlertsLoggerProvider(services)));
        return builder;
    }
}
