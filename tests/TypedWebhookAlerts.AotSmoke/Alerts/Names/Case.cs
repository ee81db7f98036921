using Microsoft.Extensions.Logging;

namespace TypedWebhookAlerts.AotSmoke.Alerts.Names;

/// <summary>Two types whose names differ only in case.</summary>
internal static partial class Case
{
    [WebhookAlert(LogLevel.Warning, "Upper {number}")]
    public static partial void Raise(int number);
}

/// <inheritdoc cref="Case"/>
internal static partial class CASE
{
    [WebhookAlert(LogLevel.Warning, "All upper {number}")]
    public static partial void Raise(int number);
}
