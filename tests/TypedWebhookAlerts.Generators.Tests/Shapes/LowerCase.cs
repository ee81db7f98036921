using System;
using Microsoft.Extensions.Logging;
using TypedWebhookAlerts;

#pragma warning disable CS8981 // names in lower case are what this shape is about
static partial class bot
#pragma warning restore CS8981
{
    [WebhookAlert(LogLevel.Error, "{a}")]
    public static partial void X(int a);
}
