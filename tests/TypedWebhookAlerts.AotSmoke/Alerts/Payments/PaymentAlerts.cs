using Microsoft.Extensions.Logging;

namespace TypedWebhookAlerts.AotSmoke.Alerts.Payments;

/// <summary>Alerts with what must not be shown.</summary>
internal static partial class PaymentAlerts
{
    [WebhookAlert(LogLevel.Error, "Card {card} of {customer} was declined")]
    public static partial void Declined([Secret] string card, string customer);

    [WebhookAlert(LogLevel.Error, "Login of {user} with {password} failed {count} times")]
    public static partial void LoginFailed([AlertKey] string user, [Secret] string password, int count);

    [WebhookAlert(LogLevel.Critical, "Webhook signature {signature} is wrong")]
    public static partial void SignatureWrong([Secret] byte[] signature, Uri from);

    [WebhookAlert(LogLevel.Warning, "{amount:N2} {currency} refunded", "info")]
    public static partial void Refunded(decimal amount, string currency);

    [WebhookAlert(LogLevel.Warning, "Subscription of {user} ends {end:yyyy-MM-dd}")]
    public static partial void Ending([UserId] ulong user, DateOnly end);

    [WebhookAlert(LogLevel.Error, "Ledger is off by {difference:+0.00;-0.00;0}")]
    public static partial AlertReceipt LedgerOff(decimal difference);

    [WebhookAlert(LogLevel.Error, "{state} → {next} is no step")]
    public static partial void StateInvalid(PaymentState state, PaymentState? next);

    [WebhookAlert(LogLevel.Error, "Provider {provider} answers {status}", Title = "{provider} is down")]
    public static partial AlertIncident ProviderDown([AlertKey] string provider, System.Net.HttpStatusCode status);

    [WebhookAlert(LogLevel.Warning, "Tax id {taxId}")]
    public static partial void TaxIdInvalid(
        [Secret] string taxId, [AlertField("Country", Inline = true)] string country);

    [WebhookAlert(LogLevel.Warning, "Account {account} of {customer.Name} is closed; {customer.Iban}")]
    public static partial void AccountClosed(
        [CustomerData] long account, Customer customer, [CustomerData] PaymentState? state);

    [WebhookAlert(LogLevel.Warning, "Chargeback of {amount:C}")]
    public static partial void ChargedBack(double amount, [AlertField] string? note = null);
}
