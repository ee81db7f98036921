using System.Runtime.CompilerServices;
using System;
using Microsoft.Extensions.Logging;
using TypedWebhookAlerts;

static partial class A
{
    [WebhookAlert(LogLevel.Error, "{a} {member}")]
    public static partial void X(
        int a,
        [CallerMemberName] string member = "",
        [CallerFilePath] string? file = null,
        [CallerLineNumber] int line = 0,
        [CallerArgumentExpression("a")] string? text = null);
    static void Use() => X(1);
}
