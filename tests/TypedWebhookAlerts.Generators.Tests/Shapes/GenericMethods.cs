using System;
using Microsoft.Extensions.Logging;
using TypedWebhookAlerts;

static partial class A
{
    [WebhookAlert(LogLevel.Error, "{a}{b}{c}{d}")]
    public static partial void X<T, U, V, W>(T a, U b, V c, W d)
        where T : class?, IDisposable where U : struct, Enum where V : notnull, new()
        where W : unmanaged;
}
