using System;
using Microsoft.Extensions.Logging;
using TypedWebhookAlerts;

partial class A
{
    private enum E
    {
        One = 1,
        Uno = 1
    }

    [Flags]
    private enum F : ulong
    {
        All = ulong.MaxValue
    }

    private class C
    {
        public E E;
        public F? G { get; }
    }

    private struct S;

    [WebhookAlert(LogLevel.Error, "{e}{f:D}{c.E}{c.G}{s}{n}{o,5}")]
    private partial bool X(E e, F? f, C c, S s, S? n, C? o);
    private bool Use() => X(default, null, new C { E = E.Uno }, default, null, null);
}
