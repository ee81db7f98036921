using System;
using Microsoft.Extensions.Logging;
using TypedWebhookAlerts;

[Obsolete]
class B;
static partial class A
{
    [WebhookAlert(LogLevel.Error, "{a}")]
    [Obsolete]
    internal static partial void X(B a);
}
