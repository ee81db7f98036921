using System;
using Microsoft.Extensions.Logging;
using TypedWebhookAlerts;

partial class B
{
    [WebhookAlert(LogLevel.Error, "{a}")]
    public virtual partial void X(int a);

    [WebhookAlert(LogLevel.Error, "{a}")]
    private partial void Y(int a);
}

partial class A : B
{
    [WebhookAlert(LogLevel.Error, "{a}")]
    public override partial void X(int a);

    [WebhookAlert(LogLevel.Error, "{a}")]
    public partial void Y(int a);
}
