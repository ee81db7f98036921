using Microsoft.Extensions.Compliance.Redaction;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace TypedWebhookAlerts.Hosting;

/// <summary>Fills what options leave open with what the host has.</summary>
internal sealed class HostSurroundings(IServiceProvider services) : IPostConfigureOptions<WebhookAlertOptions>
{
    public void PostConfigure(string? name, WebhookAlertOptions options)
    {
        var environment = services.GetService<IHostEnvironment>();
        options.LoggerFactory ??= services.GetService<ILoggerFactory>();
        options.LogAlerts ??= true;
        options.Context ??= services.GetService<IAlertContext>();
        options.RedactorProvider ??= services.GetService<IRedactorProvider>();
        options.ContentRoot = environment?.ContentRootPath;
        if (string.IsNullOrWhiteSpace(options.ApplicationName))
        {
            options.ApplicationName = environment?.ApplicationName;
        }
    }
}
