using Microsoft.Extensions.Hosting;

namespace TypedWebhookAlerts.ChildProcess;

/// <summary>A service that raises alerts when it starts and when it stops.</summary>
internal sealed class Worker : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        for (var number = 1; number <= 25; number++)
        {
            ChildAlerts.Numbered(number);
        }

        Console.WriteLine("ready");
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        ChildAlerts.Said("last words");
        return Task.CompletedTask;
    }
}
