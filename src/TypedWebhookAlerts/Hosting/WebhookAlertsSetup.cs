using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace TypedWebhookAlerts.Hosting;

/// <summary>
/// Makes the options of a host: the section, then the variables, then code. There is one, however often
/// <c>AddWebhookAlerts</c> is called: a second call's code comes after the first's, and never a section after code.
/// </summary>
internal sealed class WebhookAlertsSetup : IConfigureOptions<WebhookAlertOptions>
{
    private readonly List<IConfiguration> _configurations = [];
    private readonly List<Action<WebhookAlertOptions>> _code = [];

    /// <summary>Where sections are looked for.</summary>
    public IReadOnlyList<IConfiguration> Configurations => _configurations;

    public void Add(IConfiguration configuration, Action<WebhookAlertOptions>? configure)
    {
        if (!_configurations.Contains(configuration))
        {
            _configurations.Add(configuration);
        }

        if (configure is not null)
        {
            _code.Add(configure);
        }
    }

    public void Configure(WebhookAlertOptions options)
    {
        // Other code of the application's may have come before.
        var ofCode = WebhookAlertOptionsValidator.MistakesOfOptions(options).ToList();
        foreach (var configuration in _configurations)
        {
            options.Notes.Sources.Add(configuration.GetReloadToken());
            SectionReader.Read(configuration.GetSection("WebhookAlerts"), options);
        }

        options.ReadVariables();
        options.Notes.Origins.Close(WebhookAlertOptionsValidator.MistakesOfOptions(options).Except(ofCode));
        foreach (var configure in _code)
        {
            configure(options);
        }
    }
}
