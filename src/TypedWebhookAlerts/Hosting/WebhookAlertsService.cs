using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using TypedWebhookAlerts.Dispatch;
using TypedWebhookAlerts.Monitoring;

namespace TypedWebhookAlerts.Hosting;

/// <summary>
/// Starts the pipeline before every other service and flushes it after every other has stopped, so that their first and
/// last alerts arrive.
/// </summary>
internal sealed class WebhookAlertsService(
    AlertPipeline pipeline, IOptions<WebhookAlertOptions> options, OptionsReload reload, ServiceWatch services)
    : IHostedLifecycleService
{
    /// <summary>After so long the file has what Discord has not. Whoever stopped the host may kill it soon: Docker
    /// after 10 seconds, Kubernetes after 30.</summary>
    private static readonly TimeSpan s_keepAfter = TimeSpan.FromSeconds(5);

    /// <summary>The host waits 30 seconds in all by default.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(25);

    private SystemStatus? _status;

    /// <summary>Before every other service.</summary>
    public Task StartingAsync(CancellationToken cancellationToken)
    {
        var start = options.Value;
        OptionsLog.TellDoubts(start);
        pipeline.Start(start, PipelineOwner.Host);
        _status = PipelineCompanions.Attach(pipeline, start);
        reload.Begin(start);
        if (start.VerifyOnStart)
        {
            pipeline.LogRoutes();
        }

        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>When every service runs.</summary>
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        if (_status is { } status)
        {
            status.TellStarted();
            services.Begin(status);
        }

        return Task.CompletedTask;
    }

    /// <summary>Before any service is stopped.</summary>
    public Task StoppingAsync(CancellationToken cancellationToken)
    {
        services.End();
        reload.Dispose();
        _status?.TellStopping();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>After every other service.</summary>
    public async Task StoppedAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (!await pipeline.FlushAsync(s_keepAfter, cancellationToken).ConfigureAwait(false))
            {
                pipeline.Keep("Stopping");
                await pipeline.FlushAsync(s_patience - s_keepAfter, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            // The host is out of patience; disposing takes what is left.
        }
    }
}
