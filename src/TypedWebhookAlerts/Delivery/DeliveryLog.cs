using Microsoft.Extensions.Logging;

namespace TypedWebhookAlerts.Delivery;

/// <summary>Says in the application's log what came back from a webhook.</summary>
internal static class DeliveryLog
{
    /// <summary>Says what became of a request that was not confirmed.</summary>
    /// <param name="logger">The log.</param>
    /// <param name="webhook">The webhook, as it may be shown.</param>
    /// <param name="response">What came back.</param>
    /// <param name="alerts">How many alerts the request carried.</param>
    public static void Tell(this ILogger logger, string webhook, WebhookResponse response, int alerts)
    {
        switch (response.Kind)
        {
            case ResponseKind.Confirmed or ResponseKind.Postponed:
                break;
            case ResponseKind.RateLimited:
                logger.RateLimited(webhook, response.RetryAfter?.TotalSeconds ?? 0);
                break;
            case ResponseKind.Rejected or ResponseKind.MessageGone:
                logger.AlertRejected(webhook, response.Status, response.Code);
                break;
            case ResponseKind.Dead:
                logger.WebhookIsDead(webhook, response.Status, response.Code);
                break;
            case ResponseKind.Unconfirmed:
                logger.Unconfirmed(webhook, alerts);
                break;
            default:
                logger.Undeliverable(webhook, response.Reason, alerts);
                break;
        }
    }
}
