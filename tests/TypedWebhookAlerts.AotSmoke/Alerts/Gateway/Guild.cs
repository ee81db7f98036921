namespace TypedWebhookAlerts.AotSmoke.Alerts.Gateway;

internal sealed record Guild(ulong Id, string Name, int Members, User? Owner);
