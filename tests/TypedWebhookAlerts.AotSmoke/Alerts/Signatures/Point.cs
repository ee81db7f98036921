namespace TypedWebhookAlerts.AotSmoke.Alerts.Signatures;

internal readonly record struct Point(int X, int Y);
