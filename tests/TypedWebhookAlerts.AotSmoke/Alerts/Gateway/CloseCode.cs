namespace TypedWebhookAlerts.AotSmoke.Alerts.Gateway;

internal enum CloseCode
{
    None = 0,
    UnknownError = 4000,
    AuthenticationFailed = 4004,
    ShardingRequired = 4011,
}
