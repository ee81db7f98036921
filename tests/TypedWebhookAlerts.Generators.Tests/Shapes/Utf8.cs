using System;
using Microsoft.Extensions.Logging;
using TypedWebhookAlerts;

static partial class A
{
    [WebhookAlert(LogLevel.Error, "{utf8,10}|{room}|{characters}")]
    public static partial void X(scoped ReadOnlySpan<byte> utf8, Span<byte> room, ReadOnlySpan<char> characters);

    [WebhookAlert(LogLevel.Error, "{line}")]
    public static partial void Line(params ReadOnlySpan<byte> line);
}
