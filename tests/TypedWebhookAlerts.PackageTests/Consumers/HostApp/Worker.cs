using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TypedWebhookAlerts;

namespace HostApp;

public sealed partial class Worker(AlertPipeline alerts, IHostApplicationLifetime lifetime) : BackgroundService
{
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        Stopped("one");
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Started("one");
        lifetime.StopApplication();
        return Task.CompletedTask;
    }

    [WebhookAlert(LogLevel.Error, "Worker {worker} started")]
    private partial void Started(string worker);

    [WebhookAlert(LogLevel.Error, "Worker {worker} stopped")]
    private partial void Stopped(string worker);
}
