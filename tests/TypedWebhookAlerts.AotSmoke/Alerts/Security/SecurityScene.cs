namespace TypedWebhookAlerts.AotSmoke.Alerts.Security;

internal static class SecurityScene
{
    public static void Raise(AlertPipeline pipeline)
    {
        var alerts = new SecurityAlerts(pipeline);
        alerts.TokenLeaked("StatsBot", new Uri("https://github.example/gist/1"), "no token at all");
        alerts.LoginsFailed("nelly", 20, "DE");
        alerts.MessageReported(80351110224678912, "@everyone [free](https://x.example) ```\n**nitro**");
        alerts.PermissionGranted("helper", FileAccess.ReadWrite);
        alerts.Tampered(Thrown.Here());
        alerts.TraceInField(Thrown.Here());
        alerts.TwoExceptions(Thrown.Here(), null);
        alerts.Marked("a`b", "c**d", "e](f");
        alerts.EndAll();
    }
}
