namespace TypedWebhookAlerts.AotSmoke.Alerts.Signatures;

internal sealed class Thrower
{
    public override string ToString() => throw new InvalidOperationException("no text today");
}
