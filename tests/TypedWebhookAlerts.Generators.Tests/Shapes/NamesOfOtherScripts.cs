using Microsoft.Extensions.Logging;
using TypedWebhookAlerts;

namespace Größe.Ñandú;

static partial class A̋larm
{
    [WebhookAlert(LogLevel.Error, "{größe} {n̋}")]
    public static partial void Läuft(int größe, string n̋);
}
