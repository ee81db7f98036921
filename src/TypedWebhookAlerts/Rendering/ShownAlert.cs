namespace TypedWebhookAlerts.Rendering;

/// <summary>An alert as one request shows it.</summary>
/// <param name="Alert">The rendered alert.</param>
/// <param name="Counter">What is known of its repeats at this moment.</param>
internal readonly record struct ShownAlert(RenderedAlert Alert, AlertCounter Counter);
