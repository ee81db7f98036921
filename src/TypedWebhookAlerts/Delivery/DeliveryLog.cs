using Microsoft.Extensions.Logging;

namespace TypedWebhookAlerts.Delivery;

/// <summary>What lanes say in the application's log. A webhook is named by its id, a failure by its kind.</summary>
internal static partial class DeliveryLog
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

    [LoggerMessage(1, LogLevel.Error, "Webhook {Webhook} answered {Status} (code {Code}): it is gone or forbids "
        + "posting. Its alerts are dropped until the application starts anew; check its address.")]
    public static partial void WebhookIsDead(this ILogger logger, string webhook, int status, int code);

    [LoggerMessage(2, LogLevel.Warning, "Webhook {Webhook} refused an alert with {Status} (code {Code}); it is dropped.")]
    public static partial void AlertRejected(this ILogger logger, string webhook, int status, int code);

    [LoggerMessage(3, LogLevel.Warning, "Webhook {Webhook} failed after every retry ({Reason}). Alerts dropped: {Count}.")]
    public static partial void Undeliverable(this ILogger logger, string webhook, string reason, int count);

    [LoggerMessage(4, LogLevel.Warning, "Webhook {Webhook} did not answer in time: whether its message arrived is not "
        + "known, and it is not repeated. Alerts dropped: {Count}.")]
    public static partial void Unconfirmed(this ILogger logger, string webhook, int count);

    [LoggerMessage(5, LogLevel.Information, "Webhook {Webhook} asks to wait {Seconds} s.")]
    public static partial void RateLimited(this ILogger logger, string webhook, double seconds);

    [LoggerMessage(6, LogLevel.Warning, "The queue of webhook {Webhook} is full: the oldest alert of the lowest level is "
        + "dropped. This is said once.")]
    public static partial void QueueFull(this ILogger logger, string webhook);

    [LoggerMessage(7, LogLevel.Critical, "The lane of webhook {Webhook} failed ({Failure}). This is a defect of "
        + "TypedWebhookAlerts; its alerts are dropped until the application starts anew.")]
    public static partial void LaneFailed(this ILogger logger, string webhook, string failure);
}
