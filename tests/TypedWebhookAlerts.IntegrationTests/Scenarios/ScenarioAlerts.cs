using Microsoft.Extensions.Logging;

namespace TypedWebhookAlerts.IntegrationTests.Scenarios;

/// <summary>The alerts of the scenarios. Each is given its pipeline, so that tests run side by side.</summary>
internal static partial class ScenarioAlerts
{
    [WebhookAlert(LogLevel.Error, "Number {number}")]
    public static partial bool Numbered(this AlertPipeline pipeline, int number);

    [WebhookAlert(LogLevel.Error, "Worker {worker} stopped")]
    public static partial bool WorkerStopped(this AlertPipeline pipeline, string worker);

    [WebhookAlert(LogLevel.Critical, "Database {host} does not answer")]
    public static partial bool DatabaseDown(this AlertPipeline pipeline, string host);

    [WebhookAlert(LogLevel.Warning, "Low on {what}")]
    public static partial bool LowOn(this AlertPipeline pipeline, string what);

    [WebhookAlert(LogLevel.Information, "{name} joined", "member-events")]
    public static partial bool Joined(this AlertPipeline pipeline, string? name);

    [WebhookAlert(LogLevel.Warning, "Slow: {seconds} s", "performance")]
    public static partial bool Slow(this AlertPipeline pipeline, int seconds);

    [WebhookAlert(LogLevel.Debug, "Cache {hits}")]
    public static partial bool CacheRead(this AlertPipeline pipeline, int hits);

    [WebhookAlert(LogLevel.Error, "{number} once", CoalesceSeconds = 0)]
    public static partial bool NeverFolded(this AlertPipeline pipeline, int number);

    [WebhookAlert(LogLevel.Error, "Shy {number}", MaxPerMinute = 3)]
    public static partial bool Limited(this AlertPipeline pipeline, int number);

    [WebhookAlert(LogLevel.Error, "{message}", Title = "Command failed", Footer = "StatsBot")]
    public static partial bool CommandFailed(
        this AlertPipeline pipeline,
        [AlertField(Inline = true)] string component,
        string message,
        [UserId] ulong invokedBy,
        Exception? exception);

    [WebhookAlert(LogLevel.Error, "{member.Name} of {member.Guild.Name}")]
    public static partial bool MemberFailed(this AlertPipeline pipeline, Member? member);

    [WebhookAlert(LogLevel.Warning, "Moved to {position}")]
    public static partial bool Moved(this AlertPipeline pipeline, Position position);

    [WebhookAlert(LogLevel.Error, "{count} {share} {took} {day} {date}")]
    public static partial bool Measured(
        this AlertPipeline pipeline, int count, double share, TimeSpan took, DayOfWeek day, DateOnly? date);

#pragma warning disable TWA1013 // A rule can be turned off, and what is refused at run time must still go out.
    [WebhookAlert(LogLevel.Error, "{number:Q}")]
    public static partial bool BadlyFormatted(this AlertPipeline pipeline, int number);
#pragma warning restore TWA1013

    [WebhookAlert(LogLevel.Error, "Seen: {thing}")]
    public static partial bool Seen(this AlertPipeline pipeline, object thing);
}
