namespace TypedWebhookAlerts.AotSmoke.Alerts.Queues;

internal static class QueueScene
{
    public static void Raise(AlertPipeline pipeline)
    {
        var alerts = new QueueAlerts<string>(pipeline);
        alerts.JobFailed("resize avatar", 3, Thrown.Here());
        alerts.QueueDeep(120_000);
        alerts.Stuck("resize avatar", new DateTimeOffset(2026, 11, 25, 3, 0, 0, TimeSpan.Zero));
        alerts.Poisoned(["a", "b"]);
        alerts.Measured("depth", 12);
        alerts.Measured("at", TimeSpan.FromSeconds(3));
        alerts.OutOfOrder<Version, string>(new Version(1, 0), null);
        new QueueAlerts<int>(pipeline).JobFailed(7, 1, Thrown.Here());
        var lane = new QueueAlerts<int>.Lane<char>('x', pipeline);
        lane.Skipped('x', 12);
        lane.Broken(new IOException("disk full"));
    }
}
