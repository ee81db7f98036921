using System;
using Microsoft.Extensions.Logging;
using TypedWebhookAlerts;

static partial class A
{
    [WebhookAlert(LogLevel.Error, "{__pipeline}{__alert}{__size}{__record}{record}{alert}{a_b}{a.b}{e}")]
    public static partial void X(
        int __pipeline, int __alert, string __size, string __record, int record, int alert, int a_b, B a, B e,
        B __exception, B __scratch);
    public record struct B(int b);
}
