namespace TypedWebhookAlerts.AotSmoke.Alerts.Voice;

internal static class VoiceScene
{
    public static void Raise(AlertPipeline pipeline)
    {
        var alerts = new VoiceAlerts(pipeline);
        var channel = new Channel(41771983423143937, "lounge");
        alerts.PacketsLost("eu-central", 0.12m);
        alerts.EncoderFailed(unchecked((int)0x80004005));
        alerts.Jitter((Half)31.25, channel);
        alerts.Emptied(channel, new DateTime(2026, 11, 25, 3, 0, 0, DateTimeKind.Utc));
        alerts.Reconnecting(channel, 2);
        alerts.BitrateTooHigh(512);
        alerts.BitrateTooHigh(null);
        alerts.FrameDropped(12, 4096);
        alerts.RateUnsupported(44_100);
    }
}
