using Microsoft.Extensions.Logging;

namespace TypedWebhookAlerts.ChildProcess;

internal static partial class ChildAlerts
{
    [WebhookAlert(LogLevel.Error, "Number {number}")]
    public static partial void Numbered(int number);

    [WebhookAlert(LogLevel.Critical, "Database {host} does not answer")]
    public static partial void DatabaseDown(string host);

    [WebhookAlert(LogLevel.Error, "{word}")]
    public static partial void Said(string word);
}
