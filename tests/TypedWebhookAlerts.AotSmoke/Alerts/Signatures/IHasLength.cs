namespace TypedWebhookAlerts.AotSmoke.Alerts.Signatures;

internal interface IHasLength
{
    int Length { get; }
}
