using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace TypedWebhookAlerts.Hosting;

/// <summary>Tells the host's <see cref="IOptionsMonitor{TOptions}"/> that the pipeline has taken other options. A
/// configuration's own token would have it read what is wrong, and throw where nobody expects it.</summary>
internal sealed class ReloadSignal : IOptionsChangeTokenSource<WebhookAlertOptions>
{
    private ConfigurationReloadToken _token = new();

    public string Name => Options.DefaultName;

    public IChangeToken GetChangeToken() => Volatile.Read(ref _token);

    public void Raise() => Interlocked.Exchange(ref _token, new ConfigurationReloadToken()).OnReload();
}
