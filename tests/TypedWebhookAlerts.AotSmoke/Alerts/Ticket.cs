using Microsoft.Extensions.Logging;

namespace TypedWebhookAlerts.AotSmoke.Alerts;

/// <summary>Alerts of a struct, on the ambient pipeline.</summary>
internal readonly partial record struct Ticket(int Number)
{
    [WebhookAlert(LogLevel.Error, "A ticket was opened")]
    public partial void Opened();
}
