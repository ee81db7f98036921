using System;
using Microsoft.Extensions.Logging;
using TypedWebhookAlerts;

class B
{
    private AlertPipeline Alerts => null!;

    public object Use() => Alerts;
}

partial class A : B
{
    [WebhookAlert(LogLevel.Error, "{a}")]
    public partial void X(int a);
}
