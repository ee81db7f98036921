using Microsoft.Extensions.Logging;
using TypedWebhookAlerts;

namespace StrictLibrary;

/// <summary>Alerts of an interface.</summary>
public partial interface IStore
{
    /// <summary>The pipeline.</summary>
    AlertPipeline Alerts { get; }

    /// <summary>The store has closed.</summary>
    /// <param name="day">On which day.</param>
    [WebhookAlert(LogLevel.Error, "Closed on {day}")]
    public partial void Closed(DayOfWeek day);
}
