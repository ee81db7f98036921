using System;
using Microsoft.Extensions.Logging;
using TypedWebhookAlerts;

namespace Shop.EnumsNullablesTimestamps;

[Flags] public enum Rights : byte { None, Read, Write, All = Read | Write }

public static partial class Orders
{
    [WebhookAlert(LogLevel.Critical, "{rights,-8:G}|{old}|{at:<t:R>}|{wait:c}|{letter}", "error",
        Color = 0xE01E5A, EventId = 12, EventName = "OrderStuck", CoalesceSeconds = 0, MaxPerMinute = 6)]
    public static partial void Stuck(
        Rights rights, Rights? old, DateTimeOffset? at, TimeSpan wait, char letter);
}
