namespace TypedWebhookAlerts.AotSmoke.Alerts.Payments;

/// <summary>A customer.</summary>
/// <param name="Name">Shown as it is.</param>
/// <param name="Iban">Shown as a redactor leaves it.</param>
internal sealed record Customer(string Name, [CustomerData] string Iban);
