namespace TypedWebhookAlerts.AotSmoke.Alerts.Storage;

internal sealed record Folder(string Name, IReadOnlyList<string> Files);
