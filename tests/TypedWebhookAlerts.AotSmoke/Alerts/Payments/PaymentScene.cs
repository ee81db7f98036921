using System.Net;

namespace TypedWebhookAlerts.AotSmoke.Alerts.Payments;

internal static class PaymentScene
{
    public static IReadOnlyList<AlertReceipt> Raise()
    {
        PaymentAlerts.Declined("4111 1111 1111 1111", "nelly");
        PaymentAlerts.LoginFailed("nelly", "hunter2", 5);
        PaymentAlerts.SignatureWrong([1, 2, 3], new Uri("https://pay.example/hook?id=3"));
        PaymentAlerts.Refunded(12.5m, "EUR");
        PaymentAlerts.Ending(80351110224678912, new DateOnly(2026, 12, 31));
        PaymentAlerts.StateInvalid(PaymentState.Captured, null);
        PaymentAlerts.StateInvalid(PaymentState.New, PaymentState.Refunded);
        PaymentAlerts.ProviderDown("stripe", HttpStatusCode.ServiceUnavailable).Update("tried twice");
        PaymentAlerts.TaxIdInvalid("DE123456789", "DE");
        PaymentAlerts.AccountClosed(10042, new Customer("nelly", "DE02120300000000202051"), PaymentState.Captured);
        PaymentAlerts.ChargedBack(99.95);
        return [PaymentAlerts.LedgerOff(-0.01m)];
    }
}
