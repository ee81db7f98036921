using System;
using Microsoft.Extensions.Logging;
using TypedWebhookAlerts;

namespace Shop.DesignDocument;

public static partial class BotAlerts
{
    [WebhookAlert(LogLevel.Error, "{message}", "error", Title = "🚨 Command failed", Footer = "StatsBot")]
    public static partial void CommandFailed(
        [AlertField] string component, string message, [UserId] ulong invokedBy, Exception exception);
}
