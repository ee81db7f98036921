namespace TypedWebhookAlerts.Testing.Payloads;

/// <summary>What is wrong with one value, in Discord's code and words.</summary>
internal readonly record struct FormError(string Code, string Message);
