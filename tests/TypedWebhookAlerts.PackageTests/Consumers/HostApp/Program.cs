using HostApp;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

var builder = Host.CreateApplicationBuilder(args);
builder.AddWebhookAlerts();
builder.Services.AddHostedService<Worker>();
await builder.Build().RunAsync();
