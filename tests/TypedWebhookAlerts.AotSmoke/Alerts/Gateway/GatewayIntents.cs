namespace TypedWebhookAlerts.AotSmoke.Alerts.Gateway;

[Flags]
internal enum GatewayIntents
{
    None = 0,
    Guilds = 1,
    Members = 2,
    Messages = 512,
}
