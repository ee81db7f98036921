namespace TypedWebhookAlerts.AotSmoke.Alerts.Moderation;

internal static class ModerationScene
{
    public static void Raise(AlertPipeline pipeline)
    {
        IModerationAlerts alerts = new Moderation(pipeline);
        alerts.Purged(80351110224678912, 100, "general");
        alerts.AutoModerated("links", "```\n@everyone look at discord.gg/x\n```");
        alerts.SlowMode("general", 30);
        alerts.Warned(80351110224678912, 3);
        alerts.AuditUnreadable(Thrown.Here());
        alerts.AuditUnreadable(null);
        alerts.AppealWaits(Guid.Empty, new DateOnly(2026, 11, 1));
        IModerationAlerts.WordsBlocked("one", "two", "three");
        IModerationAlerts.WordsBlocked();
        IModerationAlerts.Scored(0.873f, "toxicity-3");
        IModerationAlerts.Lockdown(["general", "memes"]).Resolve("quiet again");
        IModerationAlerts.Reported(80351110224678912, null, "he called me a **name**");
    }
}
