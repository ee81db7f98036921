using System;
using Microsoft.Extensions.Logging;
using TypedWebhookAlerts;

namespace @event.@namespace
{
    static partial class @class
    {
        [WebhookAlert(LogLevel.Error, "{class} {@if.Length}")]
        public static partial void @void(int @class, string @if);
    }
}
