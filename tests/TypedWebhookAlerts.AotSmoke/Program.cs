using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using TypedWebhookAlerts;
using TypedWebhookAlerts.AotSmoke.Alerts;

// The route comes as a host takes it: --WebhookAlerts:Routes:error:Url=… on the command line, or by variables.
var builder = Host.CreateApplicationBuilder(args);
builder.AddWebhookAlerts();
using var host = builder.Build();
await host.StartAsync();
var pipeline = host.Services.GetRequiredService<AlertPipeline>();

AllAlerts.RaiseAll();
await pipeline.FlushAsync(TimeSpan.FromMinutes(1));
await host.StopAsync();

var ledger = pipeline.Ledger;
Console.WriteLine(ledger);
return ledger.Raised > 0 && ledger.Raised == ledger.Delivered ? 0 : 1;
