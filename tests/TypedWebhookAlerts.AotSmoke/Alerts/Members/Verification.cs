namespace TypedWebhookAlerts.AotSmoke.Alerts.Members;

internal enum Verification : byte
{
    None,
    Captcha,
    Telephone,
}
