namespace TypedWebhookAlerts.Rendering;

internal static class DiscordPayload
{
    public static byte[] Create(ReadOnlySpan<ShownAlert> alerts) => new byte[alerts.Length];
}
