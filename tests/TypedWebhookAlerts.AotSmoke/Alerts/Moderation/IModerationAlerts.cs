using Microsoft.Extensions.Logging;

namespace TypedWebhookAlerts.AotSmoke.Alerts.Moderation;

/// <summary>An interface that brings its alerts along: whoever implements it names the pipeline.</summary>
internal partial interface IModerationAlerts
{
    AlertPipeline Alerts { get; }

    [WebhookAlert(LogLevel.Warning, "{moderator} deleted {count} messages in #{channel}")]
    public partial void Purged([UserId] ulong moderator, ushort count, string channel);

    [WebhookAlert(LogLevel.Warning, "Rule {rule} blocked: {content}")]
    public partial void AutoModerated(string rule, [AlertField("Content", CodeBlock = true)] string content);

    [WebhookAlert(LogLevel.Information, "Slow mode of #{channel} is {seconds} s", "info")]
    public partial void SlowMode(string channel, short seconds);

    [WebhookAlert(LogLevel.Warning, "{user} has {warnings} warnings")]
    public partial bool Warned([UserId, AlertKey] ulong user, sbyte warnings);

    [WebhookAlert(LogLevel.Error, "Audit log cannot be read")]
    public partial void AuditUnreadable(Exception? exception);

    [WebhookAlert(LogLevel.Warning, "Appeal {id} waits since {since}")]
    public partial void AppealWaits(Guid id, DateOnly since);

    [WebhookAlert(LogLevel.Warning, "Words: {words}")]
    public static partial void WordsBlocked(params string[] words);

    [WebhookAlert(LogLevel.Information, "Score {score:P1} of {model}", "info")]
    public static partial void Scored(float score, string model);

    [WebhookAlert(LogLevel.Warning, "Lockdown of {channels}")]
    public static partial AlertIncident Lockdown(IEnumerable<string> channels);

    [WebhookAlert(LogLevel.Warning, "Report by {reporter} on {target}: {text}")]
    public static partial void Reported([UserId] ulong reporter, [UserId] ulong? target, string text);
}
