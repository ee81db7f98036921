using System;
using Microsoft.Extensions.Logging;
using TypedWebhookAlerts;

ref partial struct A
{
    [WebhookAlert(LogLevel.Error, "{a}")]
    public partial void X(int a);
}
