using Microsoft.Extensions.Logging;

namespace TypedWebhookAlerts;

/// <summary>What configuration says of one alert, in place of what its declaration says.</summary>
public sealed class AlertOverride
{
    /// <summary>Whether it is raised at all. The default, <see langword="null"/>, lets its level decide.</summary>
    public bool? Enabled { get; set; }

    /// <summary>Its level. The default, <see langword="null"/>, is the declared one.</summary>
    public LogLevel? Level { get; set; }

    /// <summary>The name of its route. The default, <see langword="null"/>, is the declared one, or that of its
    /// level.</summary>
    public string? Route { get; set; }
}
