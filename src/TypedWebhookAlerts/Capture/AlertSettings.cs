using Microsoft.Extensions.Logging;

namespace TypedWebhookAlerts.Capture;

/// <summary>What the options make of one alert.</summary>
/// <param name="IsEnabled">Whether a call captures anything.</param>
/// <param name="Level">Its level: the declared one, unless configuration names another.</param>
/// <param name="Route">The route that it names, or null where the level decides.</param>
internal readonly record struct AlertSettings(bool IsEnabled, LogLevel Level, string? Route)
{
    /// <summary>What the declaration says, while no options are known: what will not be sent is found out
    /// later.</summary>
    public static AlertSettings Declared(AlertDescriptor alert) => new(IsEnabled: true, alert.Level, alert.Route);
}
