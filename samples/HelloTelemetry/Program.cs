using HelloTelemetry;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using TypedWebhookAlerts;
using TypedWebhookAlerts.Testing;

// A name is all that is needed: each request to Discord is an activity, and the ledger's numbers are instruments.
using var traces = Sdk.CreateTracerProviderBuilder().AddSource("TypedWebhookAlerts").AddConsoleExporter().Build();
using var metrics = Sdk.CreateMeterProviderBuilder().AddMeter("TypedWebhookAlerts").AddConsoleExporter().Build();

// Where WEBHOOK_ERROR_URL is not set, a Discord within this process answers.
await using var discord = new DiscordSimulator();
await using var alerts = WebhookAlerts.Start(options =>
{
    if (options.Routes.Count == 0)
    {
        options.Route("error", discord.AddWebhook().Url);
        options.HttpMessageHandler = discord.CreateHandler;
    }
});

for (var job = 0; job < 10; job++)
{
    WorkAlerts.JobFailed(job % 2);
}

await alerts.FlushAsync(TimeSpan.FromSeconds(10));
metrics.ForceFlush();
