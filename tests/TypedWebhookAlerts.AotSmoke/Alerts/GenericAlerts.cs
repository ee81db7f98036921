using Microsoft.Extensions.Logging;

namespace TypedWebhookAlerts.AotSmoke.Alerts;

internal static partial class GenericAlerts
{
    [WebhookAlert(LogLevel.Error, "{left} is not {right}")]
    public static partial void Compared<TLeft, TRight>(TLeft left, TRight right)
        where TLeft : struct
        where TRight : class;
}
