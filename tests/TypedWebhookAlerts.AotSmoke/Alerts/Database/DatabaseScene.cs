using System.Net;

namespace TypedWebhookAlerts.AotSmoke.Alerts.Database;

internal static class DatabaseScene
{
    /// <summary>Raises them and gives back what their callers wait for.</summary>
    public static IReadOnlyList<AlertReceipt> Raise()
    {
        using (var down = DatabaseAlerts.Down("db-1"))
        {
            down.Update("failing over to db-2");
        }

        DatabaseAlerts.ReplicaBehind("db-3", TimeSpan.FromSeconds(95)).Resolve("caught up");
        DatabaseAlerts.DiskFull("db-1", 1_048_576).Resolve("cleaned");
        DatabaseAlerts.SlowQuery("select *\nfrom orders", TimeSpan.FromSeconds(12), 3);
        DatabaseAlerts.PoolNearlyFull(97, 100);
        DatabaseAlerts.Deadlocked("orders", "stock");
        DatabaseAlerts.ConstraintViolated("fk_member", "xp", null);
        DatabaseAlerts.Conflicted(Guid.Empty, new Version(1, 2), new Version(1, 3, 4));
        DatabaseAlerts.ConnectionLost(new IPEndPoint(IPAddress.Loopback, 5432));
        return
        [
            DatabaseAlerts.MigrationFailed("0042_xp", Thrown.Here()),
            DatabaseAlerts.BackupFailed("stats", [1, 20, 300]),
            DatabaseAlerts.Vacuumed(["xp", "members"]),
        ];
    }
}
