namespace TypedWebhookAlerts.AotSmoke.Alerts;

internal sealed record Member(string Name, Guild? Guild);
