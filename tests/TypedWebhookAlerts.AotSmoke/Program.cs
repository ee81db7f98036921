using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using TypedWebhookAlerts;
using TypedWebhookAlerts.AotSmoke;
using TypedWebhookAlerts.AotSmoke.Alerts;
using TypedWebhookAlerts.Generated;

// The routes come as a host takes them: --WebhookAlerts:Routes:error:Url=… on the command line, or by variables.
var builder = Host.CreateApplicationBuilder(args);
WatchedMetric.Configure(builder.Configuration);
builder.AddWebhookAlerts();
using var host = builder.Build();
await host.StartAsync();
var pipeline = host.Services.GetRequiredService<AlertPipeline>();

await WatchedMetric.BreachAsync();
var receipts = AllAlerts.RaiseAll(pipeline);
await pipeline.FlushAsync(TimeSpan.FromMinutes(2));
await host.StopAsync();

var ledger = pipeline.Ledger;
var lost = receipts.Count(receipt => !receipt.Delivered.IsCompletedSuccessfully || !receipt.Delivered.Result.IsShown);
Console.WriteLine($"{AlertCatalog.Alerts.Count} alerts are declared");
Console.WriteLine($"{lost} of {receipts.Count} receipts tell of a loss");
Console.WriteLine(ledger);
return ledger.Raised > 0 && ledger.Raised == ledger.Delivered + ledger.Coalesced && lost == 0 ? 0 : 1;
