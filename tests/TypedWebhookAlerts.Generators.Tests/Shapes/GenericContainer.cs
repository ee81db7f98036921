using System;
using Microsoft.Extensions.Logging;
using TypedWebhookAlerts;

partial class A<T>
    where T : class
{
    [WebhookAlert(LogLevel.Error, "{a}")]
    public partial void X(T a);
}
