using System;
using System.Collections.Generic;
using Microsoft.Extensions.Logging;
using TypedWebhookAlerts;

static partial class A
{
    [WebhookAlert(LogLevel.Error, "{rest}")]
    public static partial void Array(params string?[] rest);

    [WebhookAlert(LogLevel.Error, "{rest}")]
    public static partial void List(params List<int> rest);

    [WebhookAlert(LogLevel.Error, "{rest}")]
    public static partial void Span([AlertList(MaxItems = 2)] params ReadOnlySpan<int> rest);

    [WebhookAlert(LogLevel.Error, "{rest}")]
    public static partial void Writable(params Span<TimeSpan> rest);

    [WebhookAlert(LogLevel.Error, "{rest}")]
    public static partial void Interface<T>(params IReadOnlyList<T> rest);

    private static void Use()
    {
        Array("a", null);
        List(1, 2);
        Span(1, 2);
        Writable(TimeSpan.Zero);
        Interface<string>("a", "b");
    }
}
