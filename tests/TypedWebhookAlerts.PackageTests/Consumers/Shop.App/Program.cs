using Shop.Alerts;
using TypedWebhookAlerts;

await using var alerts = WebhookAlerts.Start();
StockAlerts.OutOfStock("Dune", 7);
return await alerts.FlushAsync(TimeSpan.FromSeconds(30)) ? 0 : 1;
