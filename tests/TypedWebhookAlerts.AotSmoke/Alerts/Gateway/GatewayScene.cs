namespace TypedWebhookAlerts.AotSmoke.Alerts.Gateway;

internal static class GatewayScene
{
    public static void Raise()
    {
        var guild = new Guild(81384788765712384, "Discord API", 1_204_977, new User(80351110224678912, "nelly"));
        GatewayAlerts.ShardDisconnected(3, new TimeSpan(2, 4, 31, 0), "4009: the session timed out");
        GatewayAlerts.ShardResumed(3);
        GatewayAlerts.AllShardsOffline(16);
        GatewayAlerts.SessionClosed(CloseCode.AuthenticationFailed);
        GatewayAlerts.HeartbeatLate(1204.25);
        GatewayAlerts.SequenceSkipped(12_345_678);
        GatewayAlerts.PayloadRefused(3, 16_385);
        GatewayAlerts.IdentifyLimited(3, 12, new DateTimeOffset(2026, 11, 25, 4, 0, 0, TimeSpan.Zero));
        GatewayAlerts.IntentMissing(GatewayIntents.Members | GatewayIntents.Messages);
        GatewayAlerts.GuildAvailable(guild);
        GatewayAlerts.GuildLost(guild with { Owner = null });
        GatewayAlerts.GuildLost(null);
        GatewayAlerts.ResumeFailed(
            Guid.Parse("0d2f7c3a-53b5-4c0e-9f5e-3ad1a5a8c001"), new TimeoutException("no HELLO"));
    }
}
