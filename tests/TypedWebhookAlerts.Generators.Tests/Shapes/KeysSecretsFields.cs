using System;
using Microsoft.Extensions.Logging;
using TypedWebhookAlerts;

public static partial class Logins
{
    [WebhookAlert(LogLevel.Warning, "", Title = "Login of {user} failed")]
    public static partial void Failed(
        [AlertKey] string user,
        [Secret] string password,
        [AlertField("Since", Inline = true)] DateTime firstAttempt,
        [AlertField("Stack trace", CodeBlock = true), AlertKey] Exception cause);
}
