namespace TypedWebhookAlerts.AotSmoke.Alerts.Payments;

internal enum PaymentState : long
{
    New,
    Authorized = 10,
    Captured = 20,
    Refunded = long.MaxValue,
}
