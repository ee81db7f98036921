namespace TypedWebhookAlerts.AotSmoke.Alerts.Gateway;

internal sealed record User(ulong Id, string Name, Uri? Avatar = null);
