using Microsoft.Extensions.Logging;

namespace TypedWebhookAlerts.Delivery;

/// <summary>Says in the application's log what came back from a webhook.</summary>
internal static class DeliveryLog
{
    /// <summary>Says what became of a request that was not confirmed, if nothing else does.</summary>
    /// <param name="logger">The log.</param>
    /// <param name="webhook">The webhook, as it may be shown.</param>
    /// <param name="response">What came back.</param>
    /// <param name="alerts">How many alerts the request carried.</param>
    public static void Tell(this ILogger logger, string webhook, WebhookResponse response, int alerts)
    {
        switch (response.Kind)
        {
            case ResponseKind.RateLimited:
                logger.RateLimited(webhook, response.RetryAfter?.TotalSeconds ?? 0);
                break;
            case ResponseKind.Unconfirmed:
                logger.Unconfirmed(webhook, alerts);
                break;
            case ResponseKind.Transient:
                logger.WebhookFails(webhook, response.Reason, alerts);
                break;
        }
    }
}
