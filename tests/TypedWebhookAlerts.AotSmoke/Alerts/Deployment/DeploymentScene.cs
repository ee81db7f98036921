namespace TypedWebhookAlerts.AotSmoke.Alerts.Deployment;

internal static class DeploymentScene
{
    public static void Raise(AlertPipeline pipeline)
    {
        Deployment.Live("stats", new Version(4, 2, 0));
        Deployment.Unhealthy("stats", "GET /health answered 503");
        Deployment.Canary.Shifted("stats", 0.25m);
        Deployment.Canary.RolledBack("stats");
        new Deployment.Canary.Gate(pipeline).Closed("error budget");
        Deployment.Progress(3, 12);
        Deployment.NodeLost("node-7").Resolve("replaced");
        Deployment.Configured(new SortedSet<string> { "Routes:error", "BatchSize" });
        Deployment.FailStages();
    }
}
