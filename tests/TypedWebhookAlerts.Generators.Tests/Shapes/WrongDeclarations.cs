using System;
using Microsoft.Extensions.Logging;
using TypedWebhookAlerts;

public static partial class Wrong
{
    [WebhookAlert(LogLevel.Error, "{a} {b")]
    public static partial int Answer(out int a);

    [WebhookAlert(LogLevel.Error, "{a} {b} {c.Length}")]
    public static partial void Body(int a) => _ = a;

    [WebhookAlert(LogLevel.Error, "{a} {b} {a.Length:N}")]
    public static partial void Holes(int a);
}
