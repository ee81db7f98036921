using Microsoft.Extensions.Logging;
using TypedWebhookAlerts;

namespace StrictLibrary;

/// <summary>Alerts of a struct.</summary>
/// <param name="Number">The ticket's number.</param>
public readonly partial record struct Ticket(int Number)
{
    /// <summary>A ticket was opened.</summary>
    /// <param name="by">By whom.</param>
    /// <param name="day">On which day.</param>
    [WebhookAlert(LogLevel.Error, "Opened by {by} on {day:yyyy-MM-dd}")]
    public partial void Opened(in Guid by, DateOnly day);
}
