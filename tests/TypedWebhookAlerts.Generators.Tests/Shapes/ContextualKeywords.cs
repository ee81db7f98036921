using Microsoft.Extensions.Logging;
using TypedWebhookAlerts;

partial class @record
{
    internal partial struct @file
    {
        [WebhookAlert(LogLevel.Error, "{value} {field.var}")]
        public static partial void when(@scoped value, @scoped field);
    }

    internal record struct @scoped(int @var);
}
