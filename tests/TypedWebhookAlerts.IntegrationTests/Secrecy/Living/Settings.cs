using Microsoft.Extensions.Configuration;

namespace TypedWebhookAlerts.IntegrationTests.Secrecy.Living;

/// <summary>A configuration in memory whose keys can be taken away, as those of a file can.</summary>
internal sealed class Settings : ConfigurationProvider, IConfigurationSource
{
    public IConfigurationProvider Build(IConfigurationBuilder builder) => this;

    /// <summary>What a key says; null if it is not there.</summary>
    public string? this[string key] => TryGet(key, out var value) ? value : null;

    /// <summary>Tells that it was changed.</summary>
    public void Tell() => OnReload();

    public override void Set(string key, string? value)
    {
        if (value is null)
        {
            Data.Remove(key);
        }
        else
        {
            Data[key] = value;
        }
    }
}
