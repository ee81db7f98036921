using Microsoft.Extensions.Logging;

namespace TypedWebhookAlerts.AotSmoke.Alerts.Queues;

/// <summary>A generic class: its alerts name its type parameter.</summary>
internal sealed partial class QueueAlerts<TJob>(AlertPipeline alerts)
    where TJob : notnull
{
    [WebhookAlert(LogLevel.Error, "{job} failed for the {attempt}. time")]
    public partial void JobFailed(TJob job, int attempt, Exception exception);

    [WebhookAlert(LogLevel.Warning, "{depth:N0} jobs wait", "performance")]
    public partial void QueueDeep(int depth);

    [WebhookAlert(LogLevel.Warning, "Oldest: {job}, since {since:<t:R>}")]
    public partial bool Stuck(TJob job, DateTimeOffset since);

    [WebhookAlert(LogLevel.Error, "Poisoned: {jobs}")]
    public partial void Poisoned(List<TJob> jobs);

    [WebhookAlert(LogLevel.Warning, "{key} = {value}")]
    public partial void Measured<TValue>(string key, TValue value)
        where TValue : struct;

    [WebhookAlert(LogLevel.Warning, "{first} before {second}")]
    public partial void OutOfOrder<TFirst, TSecond>(TFirst first, TSecond? second)
        where TFirst : class
        where TSecond : class, IComparable<TSecond>;

    /// <summary>A nested generic: the outer type's parameter is known here too.</summary>
    internal sealed partial record Lane<TTag>(TTag Tag, AlertPipeline Alerts)
    {
        [WebhookAlert(LogLevel.Warning, "Lane {tag} skips {job}")]
        public partial void Skipped(TTag tag, TJob job);

        [WebhookAlert(LogLevel.Error, "Lane is broken: {error.Message}")]
        public partial void Broken<TError>(TError error)
            where TError : Exception;
    }
}
