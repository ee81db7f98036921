using Microsoft.Extensions.Logging;

namespace TypedWebhookAlerts.AotSmoke.Alerts.Database;

/// <summary>Alerts that answer: whether they were accepted, how they ended, or an incident to resolve.</summary>
internal static partial class DatabaseAlerts
{
    [WebhookAlert(LogLevel.Critical, "Database {host} does not answer")]
    public static partial AlertIncident Down([AlertKey] string host);

    [WebhookAlert(LogLevel.Critical, "Replica {host} is {lag:c} behind")]
    public static partial AlertIncident ReplicaBehind([AlertKey] string host, TimeSpan lag);

    [WebhookAlert(LogLevel.Error, "Migration {name} failed", Title = "Migration")]
    public static partial AlertReceipt MigrationFailed(string name, Exception exception);

    [WebhookAlert(LogLevel.Error, "Backup of {database} failed: {sizes}")]
    public static partial AlertReceipt BackupFailed(string database, long[] sizes);

    [WebhookAlert(LogLevel.Warning, "{query}", "performance", Title = "Slow query")]
    public static partial bool SlowQuery([AlertField(CodeBlock = true)] string query, TimeSpan elapsed, int rows);

    [WebhookAlert(LogLevel.Warning, "Pool: {used}/{size}", "performance")]
    public static partial void PoolNearlyFull(int used, int size);

    [WebhookAlert(LogLevel.Error, "Deadlock between {first} and {second}")]
    public static partial bool Deadlocked(string first, string second);

    [WebhookAlert(LogLevel.Error, "Constraint {name} on {table}.{column}")]
    public static partial void ConstraintViolated(string name, string table, string? column);

    [WebhookAlert(LogLevel.Error, "Row {id} has version {found}, not {expected}")]
    public static partial void Conflicted(Guid id, Version found, Version expected);

    [WebhookAlert(LogLevel.Warning, "Connection to {endpoint}", "error")]
    public static partial void ConnectionLost([AlertField("Endpoint")] System.Net.IPEndPoint endpoint);

    [WebhookAlert(LogLevel.Critical, "Disk of {host} has {free:N0} bytes left")]
    public static partial AlertIncident DiskFull([AlertKey] string host, ulong free);

    [WebhookAlert(LogLevel.Information, "Vacuum of {tables} done", "info")]
    public static partial AlertReceipt Vacuumed(IReadOnlyCollection<string> tables);
}
