namespace TypedWebhookAlerts.AotSmoke.Alerts;

internal sealed record Guild(string Name);
