using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using TypedWebhookAlerts.Hosting;

namespace TypedWebhookAlerts;

/// <summary>
/// Makes alerts of log entries. Added by <c>builder.Logging.AddWebhookAlerts()</c>; its name in configuration is
/// <c>WebhookAlerts</c>.
/// </summary>
/// <remarks>
/// Never an alert becomes what this library logs itself, nor what is logged while it works: on its pump, in its
/// requests, by a handler of yours in them.
/// </remarks>
[ProviderAlias(Alias)]
public sealed class WebhookAlertsLoggerProvider : ILoggerProvider, ISupportExternalScope
{
    internal const string Alias = "WebhookAlerts";

    private const string OwnCategory = "TypedWebhookAlerts";

    private readonly ConcurrentDictionary<string, AlertLogger> _loggers = new(StringComparer.Ordinal);
    private readonly LogTarget _target;
    private readonly IOptionsMonitor<LoggerFilterOptions>? _filters;
    private readonly IDisposable? _changes;

    // Asks for nothing that might ask for a logger: the logger factory is being built.
    internal WebhookAlertsLoggerProvider(IServiceProvider services)
    {
        _target = new LogTarget(services);
        _filters = services.GetService<IOptionsMonitor<LoggerFilterOptions>>();
        _changes = _filters?.OnChange(Apply);
    }

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName)
    {
        ArgumentNullException.ThrowIfNull(categoryName);
        return IsOwn(categoryName) ? NullLogger.Instance : _loggers.GetOrAdd(categoryName, Create);
    }

    /// <inheritdoc/>
    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _target.Scopes = scopeProvider;

    /// <summary>Ends it: what is logged from now on becomes no alert.</summary>
    public void Dispose()
    {
        _target.Close();
        _changes?.Dispose();
    }

    private static bool IsOwn(string category)
        => category.StartsWith(OwnCategory, StringComparison.Ordinal)
            && (category.Length == OwnCategory.Length || category[OwnCategory.Length] == '.');

    private AlertLogger Create(string category)
        => new(category, _target) { Filter = LogEntryFilter.For(category, _filters?.CurrentValue) };

    private void Apply(LoggerFilterOptions options)
    {
        foreach (var (category, logger) in _loggers)
        {
            logger.Filter = LogEntryFilter.For(category, options);
        }
    }
}
