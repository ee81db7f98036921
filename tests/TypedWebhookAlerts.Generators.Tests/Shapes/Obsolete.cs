using System;
using Microsoft.Extensions.Logging;
using TypedWebhookAlerts;

[Obsolete]
class B;

[Obsolete("Use Member.")]
class C
{
    public string? Name => null;
}

static partial class A
{
    [WebhookAlert(LogLevel.Error, "{a}")]
    [Obsolete]
    internal static partial void X(B a);

#pragma warning disable CS0612, CS0618 // still told of, by an alert that is not obsolete itself
    [WebhookAlert(LogLevel.Error, "{b} {c.Name}")]
    internal static partial void Y(B b, C c);
#pragma warning restore CS0612, CS0618
}
