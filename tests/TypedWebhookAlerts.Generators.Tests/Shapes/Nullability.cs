using System.Collections.Generic;
using System;
using Microsoft.Extensions.Logging;
using TypedWebhookAlerts;

static partial class A
{
    [WebhookAlert(LogLevel.Error, "")]
    public static partial void X(
        List<string?>? a, (int B, string? C) d, Dictionary<string, object?[]> e, dynamic f, nint g, nuint? h);
}
