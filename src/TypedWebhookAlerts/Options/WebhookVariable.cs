namespace TypedWebhookAlerts;

/// <summary>An environment variable that sets an option.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Option">The option's path.</param>
/// <param name="Expected">What its value must be, in words.</param>
/// <param name="TrySet">Sets the option; false when the value is not what is expected.</param>
internal sealed record WebhookVariable(
    string Name, string Option, string Expected, Func<WebhookAlertOptions, string, bool> TrySet);
