using System;
using Microsoft.Extensions.Logging;
using TypedWebhookAlerts;

partial class A<T>
{
    internal partial record B<U>
    {
        internal partial struct C
        {
            [WebhookAlert(LogLevel.Error, "{a}")]
            internal partial void X(U a, T b);
        }
    }
}
