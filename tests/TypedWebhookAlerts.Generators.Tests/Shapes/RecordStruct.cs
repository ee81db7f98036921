using System;
using Microsoft.Extensions.Logging;
using TypedWebhookAlerts;

readonly partial record struct A(int B)
{
    [WebhookAlert(LogLevel.Error, "{a}")]
    public partial void X(int a);
}
