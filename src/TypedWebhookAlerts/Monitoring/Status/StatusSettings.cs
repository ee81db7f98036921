using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.Capture;
using TypedWebhookAlerts.Dispatch;

namespace TypedWebhookAlerts.Monitoring;

/// <summary>What the options say of the system status, as they were when they were given.</summary>
internal sealed class StatusSettings
{
    private readonly AlertOverrides _overrides;
    private readonly HashSet<string> _on;
    private readonly Dictionary<LogLevel, string[]> _byLevel;

    public StatusSettings(WebhookAlertOptions options)
    {
        var status = options.SystemStatus;
        Started = status.Started;
        Stopping = status.Stopping;
        Heartbeat = status.Heartbeat;
        UnhandledExceptions = status.UnhandledExceptions;
        UnobservedExceptions = status.UnobservedExceptions;
        _overrides = new AlertOverrides(options.Alerts);
        _on = options.Routes.Where(route => !string.IsNullOrWhiteSpace(route.Value?.Url))
            .Select(route => route.Key)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        _byLevel = options.LevelRoutes.ToDictionary(level => level.Key, level => level.Value.ToArray());
    }

    public bool Started { get; }

    public bool Stopping { get; }

    public TimeSpan Heartbeat { get; }

    public bool UnhandledExceptions { get; }

    public bool UnobservedExceptions { get; }

    /// <summary>Whether a route that is on takes an alert: what everybody could do without is not to end in the
    /// fallback file, nor in the count of what was lost.</summary>
    public bool HasRouteFor(AlertDescriptor alert)
    {
        var named = _overrides.Of(alert.Name);
        var route = named.Route ?? alert.Route;
        return (route is not null && _on.Contains(route))
            || (_byLevel.TryGetValue(named.Level ?? alert.Level, out var routes) && routes.Any(_on.Contains));
    }
}
