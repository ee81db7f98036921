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

    [LoggerMessage(60, LogLevel.Information, "A channel takes {Limit} requests in {Seconds} s, as its refusal shows: it is "
        + "kept to that for an hour.")]
    public static partial void ChannelLimitLearned(this ILogger logger, int limit, double seconds);

    [LoggerMessage(61, LogLevel.Error, "Discord's edge refuses this machine's address: nothing is sent for {Minutes} "
        + "minutes.")]
    public static partial void Banned(this ILogger logger, double minutes);

    [LoggerMessage(62, LogLevel.Error, "{Count} requests were refused within ten minutes: nothing is sent for {Minutes} "
        + "minutes, before Discord bans this machine's address.")]
    public static partial void InvalidRequestsPause(this ILogger logger, int count, double minutes);

    [LoggerMessage(63, LogLevel.Warning, "The file in DataFolder that counts refused requests is ignored ({Why}).")]
    public static partial void RefusedRequestsIgnored(this ILogger logger, string why);

    [LoggerMessage(64, LogLevel.Warning, "The count of refused requests cannot be written to DataFolder ({Failure}). This "
        + "is said once.")]
    public static partial void RefusedRequestsNotKept(this ILogger logger, string failure);
}
