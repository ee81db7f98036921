using System;
using Microsoft.Extensions.Logging;
using TypedWebhookAlerts;

class B
{
    public virtual void X<T>(T a)
        where T : class
    {
    }
}

sealed partial class A : B
{
    [WebhookAlert(LogLevel.Error, "{a}")]
    public sealed override partial void X<T>(T a);
}
