using Microsoft.Extensions.Logging;

namespace TypedWebhookAlerts;

/// <summary>What the library says in the application's log. A webhook is named by its id, a failure by its kind.
/// </summary>
/// <remarks>One class for all rooms: the generator behind <c>[LoggerMessage]</c> writes several in an order that differs
/// from build to build, and the package's bytes with it.</remarks>
internal static partial class PipelineLog
{
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

    [LoggerMessage(21, LogLevel.Warning, "No route has an address: alerts are not delivered. Set WEBHOOK_ERROR_URL or "
        + "WebhookAlerts:Routes:error:Url.")]
    public static partial void NoRouteIsOn(this ILogger logger);

    [LoggerMessage(22, LogLevel.Warning, "Routes without an address are off: {Routes}.")]
    public static partial void RoutesAreOff(this ILogger logger, string routes);

    [LoggerMessage(23, LogLevel.Warning, "Route '{Route}', which {Alert} names, is off or unknown: its level, {Level}, "
        + "decides. This is said once a route.")]
    public static partial void RouteIsUnknown(this ILogger logger, string route, string alert, LogLevel level);

    [LoggerMessage(24, LogLevel.Error, "{Alert} could not be rendered ({Failure}): it is sent without its contents.")]
    public static partial void NotRendered(this ILogger logger, string alert, string failure);

    [LoggerMessage(25, LogLevel.Warning, "A second pipeline was started while another is the ambient one: only alerts "
        + "that are given it use it.")]
    public static partial void SecondPipeline(this ILogger logger);

    [LoggerMessage(26, LogLevel.Critical, "{Alert} could not be dispatched ({Failure}) and is dropped. This is a defect "
        + "of TypedWebhookAlerts.")]
    public static partial void DispatchFailed(this ILogger logger, string alert, string failure);

    [LoggerMessage(55, LogLevel.Error, "Webhook {Webhook} is one of a forum or media channel, which takes messages in "
        + "threads only (code {Code}). Set its route's ThreadName, to open a thread, or ThreadId.")]
    public static partial void ForumNeedsThread(this ILogger logger, string webhook, int code);

    [LoggerMessage(56, LogLevel.Error, "The thread that webhook {Webhook} posts to is not there, or not in its channel "
        + "(code {Code}). Check its route's ThreadId, or the thread_id of its address.")]
    public static partial void ThreadIsUnknown(this ILogger logger, string webhook, int code);

    [LoggerMessage(57, LogLevel.Error, "The channel of webhook {Webhook} opens no thread for it (code {Code}): only a "
        + "forum or media channel does. Check its route's ThreadName.")]
    public static partial void ThreadsDoNotFit(this ILogger logger, string webhook, int code);

    [LoggerMessage(58, LogLevel.Warning, "Webhook {Webhook} refused attached stack traces as too large ({Status}): the "
        + "message is sent without them.")]
    public static partial void FilesRefused(this ILogger logger, string webhook, int status);

    [LoggerMessage(59, LogLevel.Information, "The thread that webhook {Webhook} had opened is gone: the next message "
        + "opens another.")]
    public static partial void ThreadIsGone(this ILogger logger, string webhook);
}
