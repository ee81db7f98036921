using System;
using Microsoft.Extensions.Logging;
using TypedWebhookAlerts;

class B
{
    protected AlertPipeline Alerts => null!;
}

partial class A : B
{
    [WebhookAlert(LogLevel.Error, "{a}")]
    public partial void X(int a);
}
