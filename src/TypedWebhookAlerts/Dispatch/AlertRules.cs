using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.Capture;

namespace TypedWebhookAlerts.Dispatch;

/// <summary>Decides by the options which alerts are captured, and with which level and route.</summary>
internal sealed class AlertRules
{
    private readonly HashSet<LogLevel> _levels;
    private readonly AlertOverrides _overrides;
    private readonly LogLevel _minimum;
    private readonly Func<string, bool> _isOn;

    /// <param name="options">As they are now: they are copied.</param>
    /// <param name="isOn">Whether a route of some name is on.</param>
    public AlertRules(WebhookAlertOptions options, Func<string, bool> isOn)
    {
        _levels = [.. options.LevelRoutes.Where(level => level.Value.Count > 0).Select(level => level.Key)];
        _overrides = new AlertOverrides(options.Alerts);
        _minimum = options.MinimumLevel;
        _isOn = isOn;
    }

    /// <summary>An alert is captured unless it is below the minimum, or nobody wants its level nor is it for a route
    /// that is on. What is said of it by name goes before that.</summary>
    public AlertSettings SettingsOf(AlertDescriptor alert)
    {
        var named = _overrides.Of(alert.Name);
        var level = named.Level ?? alert.Level;
        var route = named.Route ?? alert.Route;
        var isWanted = level >= _minimum && (_levels.Contains(level) || (route is not null && _isOn(route)));
        return new AlertSettings(level != LogLevel.None && (named.Enabled ?? isWanted), level, route);
    }
}
