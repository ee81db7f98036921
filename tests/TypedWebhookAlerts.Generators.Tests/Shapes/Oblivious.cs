using System;
using Microsoft.Extensions.Logging;
using TypedWebhookAlerts;

#nullable disable
static partial class A
{
    [WebhookAlert(LogLevel.Error, "{a.Length}")]
    public static partial void X(string a, Exception b, Uri c, object d);
}
