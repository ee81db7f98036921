using Microsoft.Extensions.Logging;

namespace TypedWebhookAlerts.Delivery;

/// <summary>Says in the application's log what came back from a webhook.</summary>
internal static class DeliveryLog
{
    /// <summary>Says what an answer asks for, if nothing else does.</summary>
    /// <param name="logger">The log.</param>
    /// <param name="webhook">The webhook, as it may be shown.</param>
    /// <param name="response">What came back.</param>
    public static void Tell(this ILogger logger, string webhook, WebhookResponse response)
    {
        switch (response.Kind)
        {
            case ResponseKind.RateLimited:
                logger.RateLimited(webhook, response.RetryAfter?.TotalSeconds ?? 0);
                break;
            case ResponseKind.FilesRefused:
                logger.FilesRefused(webhook, response.Status);
                break;
            case ResponseKind.ThreadGone:
                logger.ThreadIsGone(webhook);
                break;
        }
    }

    /// <summary>Says which option of a route is wrong.</summary>
    /// <param name="logger">The log.</param>
    /// <param name="webhook">The webhook, as it may be shown.</param>
    /// <param name="code">A code of which <see cref="DiscordCodes.IsRouting"/> is true.</param>
    public static void TellRouting(this ILogger logger, string webhook, int code)
    {
        switch (code)
        {
            case DiscordCodes.ForumNeedsThread:
                logger.ForumNeedsThread(webhook, code);
                break;
            case DiscordCodes.UnknownChannel:
                logger.ThreadIsUnknown(webhook, code);
                break;
            default:
                logger.ThreadsDoNotFit(webhook, code);
                break;
        }
    }
}
