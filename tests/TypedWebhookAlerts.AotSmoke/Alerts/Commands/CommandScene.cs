namespace TypedWebhookAlerts.AotSmoke.Alerts.Commands;

internal static class CommandScene
{
    public static void Raise(AlertPipeline pipeline)
    {
        var alerts = new CommandAlerts(pipeline);
        alerts.Failed("Music", "The voice server is full", 80351110224678912, Thrown.Here());
        alerts.Slow("leaderboard", TimeSpan.FromMilliseconds(4210));
        alerts.Denied(80351110224678912, "ban");
        alerts.OptionInvalid("remind", "when", "yesterday");
        alerts.OptionInvalid("remind", "when", null);
        alerts.Counted("rank", 12_044);
        alerts.Expired("rank", 1_178_000_000_000_000_001);
        alerts.CoolingDown(80351110224678912, new DateTimeOffset(2026, 11, 25, 4, 0, 0, TimeSpan.Zero));
        alerts.RegistrationFailed(["rank", "leaderboard", "remind", "ban", "kick"]);
        alerts.Echoed("a span of characters".AsSpan(2, 4));
        alerts.Unhandled(Thrown.Here());
        alerts.Braces("help");
        alerts.Quoted("*hello* @everyone", "stats.db");
    }
}
