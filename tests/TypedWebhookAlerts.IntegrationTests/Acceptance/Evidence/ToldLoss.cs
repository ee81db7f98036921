namespace TypedWebhookAlerts.IntegrationTests.Acceptance.Evidence;

/// <summary>What one line in a channel says of alerts that it does not show.</summary>
/// <param name="Webhook">The channel's webhook.</param>
/// <param name="Count">How many.</param>
/// <param name="Words">The line.</param>
/// <param name="IsConfirmed">Whether its request was answered.</param>
internal sealed record ToldLoss(ulong Webhook, long Count, string Words, bool IsConfirmed);
