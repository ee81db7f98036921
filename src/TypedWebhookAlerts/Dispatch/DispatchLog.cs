using Microsoft.Extensions.Logging;

namespace TypedWebhookAlerts.Dispatch;

/// <summary>What the pump's side says in the application's log.</summary>
internal static partial class DispatchLog
{
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
}
