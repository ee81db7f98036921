namespace TypedWebhookAlerts.AotSmoke.Alerts.Moderation;

internal sealed record Moderation(AlertPipeline Alerts) : IModerationAlerts;
