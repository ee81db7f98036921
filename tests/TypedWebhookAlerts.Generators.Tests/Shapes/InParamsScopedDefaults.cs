using System;
using Microsoft.Extensions.Logging;
using TypedWebhookAlerts;

static partial class A
{
    [WebhookAlert(LogLevel.Error, "{a}{b}{s}")]
    public static partial void X(
        in int a, ref readonly DateTime b, scoped ReadOnlySpan<char> s, string? t = null, params object?[] rest);
}
