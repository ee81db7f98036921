using Microsoft.Extensions.Logging;

namespace TypedWebhookAlerts;

/// <summary>What the library says in the application's log. A webhook is named by its id, a failure by its kind.
/// </summary>
/// <remarks>One class for all rooms: the generator behind <c>[LoggerMessage]</c> writes several in an order that
/// differs from build to build, and the package's bytes with it.</remarks>
internal static partial class PipelineLog
{
    [LoggerMessage(1, LogLevel.Error, "Webhook {Webhook} answered {Status} (code {Code}): it is gone or forbids "
        + "posting. Its alerts go to another route or into the fallback file; it is asked again from time to time. "
        + "Check its address.")]
    public static partial void WebhookIsDead(this ILogger logger, string webhook, int status, int code);

    [LoggerMessage(2, LogLevel.Warning, "Webhook {Webhook} refused alerts with {Status} (code {Code}). Alerts given "
        + "up: {Count}.")]
    public static partial void AlertRejected(this ILogger logger, string webhook, int status, int code, int count);

    [LoggerMessage(3, LogLevel.Warning, "Webhook {Webhook} fails ({Reason}). Alerts of the message that wait: {Count}. "
        + "This is not said again until it takes messages again.")]
    public static partial void WebhookFails(this ILogger logger, string webhook, string reason, int count);

    [LoggerMessage(4, LogLevel.Warning, "Webhook {Webhook} did not answer in time: whether its message arrived is "
        + "not known, and only a Critical is repeated. Alerts: {Count}. This is not said again until it takes "
        + "messages again.")]
    public static partial void Unconfirmed(this ILogger logger, string webhook, int count);

    [LoggerMessage(5, LogLevel.Information, "Webhook {Webhook} asks to wait {Seconds} s.")]
    public static partial void RateLimited(this ILogger logger, string webhook, double seconds);

    [LoggerMessage(6, LogLevel.Warning, "The queue of webhook {Webhook} is full: the oldest alert of the lowest "
        + "level is dropped. This is said once.")]
    public static partial void QueueFull(this ILogger logger, string webhook);

    [LoggerMessage(7, LogLevel.Critical, "The lane of webhook {Webhook} failed ({Failure}) and is restarted with its "
        + "alerts. This is a defect of TypedWebhookAlerts, and said once.")]
    public static partial void LaneFailed(this ILogger logger, string webhook, string failure);

    [LoggerMessage(30, LogLevel.Information, "Webhook {Webhook} answers again.")]
    public static partial void WebhookIsBack(this ILogger logger, string webhook);

    [LoggerMessage(31, LogLevel.Error, "{Alert} (×{Count}) could not be shown by route '{Route}' ({Reason}), nor "
        + "written to a fallback file: {Content}")]
    public static partial void AlertLost(
        this ILogger logger, string alert, long count, string route, string reason, string content);

    [LoggerMessage(32, LogLevel.Error, "{Count} more alerts could not be shown ({Reason}), nor written to a fallback "
        + "file.")]
    public static partial void AlertsLost(this ILogger logger, long count, string reason);

    [LoggerMessage(21, LogLevel.Warning, "No route has an address: alerts are not delivered. Set WEBHOOK_ERROR_URL or "
        + "WebhookAlerts:Routes:error:Url.")]
    public static partial void NoRouteIsOn(this ILogger logger);

    [LoggerMessage(27, LogLevel.Warning, "No route has an address: alerts are not delivered, but written to the file "
        + "{File}. Set WEBHOOK_ERROR_URL or WebhookAlerts:Routes:error:Url.")]
    public static partial void NoRouteButAFile(this ILogger logger, string file);

    [LoggerMessage(22, LogLevel.Warning, "Routes without an address are off: {Routes}.")]
    public static partial void RoutesAreOff(this ILogger logger, string routes);

    [LoggerMessage(23, LogLevel.Warning, "Route '{Route}', which {Alert} names, is off or unknown{Hint}: its level, "
        + "{Level}, decides. This is said once a route.")]
    public static partial void RouteIsUnknown(
        this ILogger logger, string route, string alert, string hint, LogLevel level);

    [LoggerMessage(117, LogLevel.Warning, "Alerts:{Name} is no alert's name so far; did you mean {Alert}, which is "
        + "raised without it? This is said once.")]
    public static partial void OverrideUnknown(this ILogger logger, string name, string alert);

    [LoggerMessage(24, LogLevel.Error, "{Alert} could not be rendered ({Failure}): it is sent without its contents.")]
    public static partial void NotRendered(this ILogger logger, string alert, string failure);

    [LoggerMessage(25, LogLevel.Warning, "A second pipeline was started while another is the ambient one: only alerts "
        + "that are given it use it.")]
    public static partial void SecondPipeline(this ILogger logger);

    [LoggerMessage(26, LogLevel.Critical, "{Alert} could not be dispatched ({Failure}) and is dropped. This is a "
        + "defect of TypedWebhookAlerts.")]
    public static partial void DispatchFailed(this ILogger logger, string alert, string failure);

    [LoggerMessage(28, LogLevel.Critical, "The pump failed ({Failure}) and goes on. This is a defect of "
        + "TypedWebhookAlerts, or of a clock that it was given. This is said once.")]
    public static partial void PumpFailed(this ILogger logger, string failure);

    [LoggerMessage(70, LogLevel.Warning, "The option {Option} was changed: that takes effect at the next start only.")]
    public static partial void OptionNeedsRestart(this ILogger logger, string option);

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

    [LoggerMessage(65, LogLevel.Error, "The fallback file cannot be written to ({Failure}): alerts that Discord "
        + "does not take are only in this log until it can. It is tried again. Check Fallback:Path.")]
    public static partial void FallbackFailed(this ILogger logger, string failure);

    [LoggerMessage(110, LogLevel.Warning, "The fallback file could be read by other users: from now on only by its own "
        + "(mode 0600).")]
    public static partial void FallbackNarrowed(this ILogger logger);

    [LoggerMessage(111, LogLevel.Warning, "The fallback file may be read by other users: its file system keeps no "
        + "rights. This is said once.")]
    public static partial void FallbackIsShared(this ILogger logger);

    [LoggerMessage(60, LogLevel.Information, "A channel takes {Limit} requests in {Seconds} s, as its refusal "
        + "shows: it is kept to that for an hour.")]
    public static partial void ChannelLimitLearned(this ILogger logger, int limit, double seconds);

    [LoggerMessage(61, LogLevel.Error, "Discord's edge refuses this machine's address: nothing is sent for {Minutes} "
        + "minutes.")]
    public static partial void Banned(this ILogger logger, double minutes);

    [LoggerMessage(62, LogLevel.Error, "{Count} requests were refused within ten minutes: nothing is sent for "
        + "{Minutes} minutes, before Discord bans this machine's address.")]
    public static partial void InvalidRequestsPause(this ILogger logger, int count, double minutes);

    [LoggerMessage(63, LogLevel.Warning, "The file in DataFolder that counts refused requests is ignored ({Why}).")]
    public static partial void RefusedRequestsIgnored(this ILogger logger, string why);

    [LoggerMessage(97, LogLevel.Information, "{Route} → webhook '{Webhook}' in channel {Channel}.")]
    public static partial void RouteLeadsTo(this ILogger logger, string route, string webhook, ulong channel);

    [LoggerMessage(100, LogLevel.Information, "{Route} → its webhook answers, but not with its name and channel.")]
    public static partial void RouteAnswers(this ILogger logger, string route);

    [LoggerMessage(101, LogLevel.Information, "Webhook {Webhook} takes messages again. Messages that failed meanwhile: "
        + "{Count}.")]
    public static partial void OutageIsOver(this ILogger logger, string webhook, int count);

    [LoggerMessage(102, LogLevel.Warning, "Webhook {Webhook} answered {Status} without the message, though it was "
        + "asked for it: is something between it and Discord? What it takes counts as delivered all the same, but is "
        + "not edited: repeats are posted anew. This is said once.")]
    public static partial void NoMessageInAnswer(this ILogger logger, string webhook, int status);

    [LoggerMessage(98, LogLevel.Warning, "{Route} → {Reason}: its webhook is gone, or forbids posting. Check its "
        + "address.")]
    public static partial void RouteIsDead(this ILogger logger, string route, string? reason);

    [LoggerMessage(99, LogLevel.Warning, "{Route} → {Reason}: its webhook did not answer that it is there. Its "
        + "alerts are tried all the same.")]
    public static partial void RouteIsNotReached(this ILogger logger, string route, string? reason);

    [LoggerMessage(64, LogLevel.Warning, "The count of refused requests cannot be written to DataFolder "
        + "({Failure}). This is said once.")]
    public static partial void RefusedRequestsNotKept(this ILogger logger, string failure);

    [LoggerMessage(77, LogLevel.Warning, "{Option} is not known, and is ignored.")]
    public static partial void OptionUnknown(this ILogger logger, string option);

    [LoggerMessage(78, LogLevel.Warning, "{Option} is not known, and is ignored; did you mean {Known}?")]
    public static partial void OptionMisspelt(this ILogger logger, string option, string known);

    [LoggerMessage(82, LogLevel.Warning, "{Count} more options are not known, and are ignored.")]
    public static partial void MoreOptionsUnknown(this ILogger logger, int count);

    [LoggerMessage(79, LogLevel.Information, "The configuration was reloaded, and alerts go by it from now on.")]
    public static partial void OptionsReloaded(this ILogger logger);

    [LoggerMessage(80, LogLevel.Error, "The configuration was reloaded, but cannot be used, and the last good one "
        + "stays: {Reason}")]
    public static partial void ReloadRefused(this ILogger logger, string reason);

    [LoggerMessage(81, LogLevel.Warning, "UserIdHashKey does nothing while UserIds is {UserIds}: set that to Hash.")]
    public static partial void HashKeyUnused(this ILogger logger, UserIdDisplay userIds);

    [LoggerMessage(83, LogLevel.Warning, "Code of the application that watches the options of alerts threw "
        + "{Exception}; alerts go by the reloaded ones all the same.")]
    public static partial void OptionsListenerFailed(this ILogger logger, string exception);

    [LoggerMessage(87, LogLevel.Warning, "Threshold '{Threshold}' waits for instrument '{Instrument}' of meter "
        + "'{Meter}', which has not appeared within a minute. {Hint}It is watched as soon as it appears.")]
    public static partial void InstrumentIsMissing(
        this ILogger logger, string threshold, string meter, string instrument, string hint);

    [LoggerMessage(88, LogLevel.Warning, "Threshold '{Threshold}' has more than {Most} combinations of {Tags}: the "
        + "others are not watched. This is said once.")]
    public static partial void TooManyGroups(this ILogger logger, string threshold, string tags, int most);

    [LoggerMessage(89, LogLevel.Warning, "Observable instruments that thresholds watch have failed ({Failure}): "
        + "they are asked again. This is said once.")]
    public static partial void InstrumentsFailed(this ILogger logger, string failure);

    [LoggerMessage(90, LogLevel.Critical, "The watching of metrics failed ({Failure}) and goes on. This is a defect of "
        + "TypedWebhookAlerts, or of a clock that it was given. This is said once.")]
    public static partial void WatcherFailed(this ILogger logger, string failure);

    [LoggerMessage(116, LogLevel.Error, "The redactor of the classification {Classification} cannot be used "
        + "({Failure}): what is classified so is erased. This is said once.")]
    public static partial void RedactorFailed(this ILogger logger, string classification, string failure);

    [LoggerMessage(118, LogLevel.Warning, "A value that is classified {Classification} is erased, as all that are "
        + "classified: there is no IRedactorProvider. Register one (services.AddRedaction), or set the option "
        + "RedactorProvider. This is said once.")]
    public static partial void NoRedactorProvider(this ILogger logger, string classification);

    [LoggerMessage(119, LogLevel.Error, "{Companion} could not take the options ({Failure}), and goes on by those "
        + "before: code of the application's threw, such as its clock.")]
    public static partial void CompanionFailed(this ILogger logger, string companion, string failure);

    [LoggerMessage(106, LogLevel.Warning, "The context line of the alerts' footers cannot be asked for "
        + "({Exception}): they go without it. This is said again only after it has worked.")]
    public static partial void ContextFailed(this ILogger logger, string exception);
}
