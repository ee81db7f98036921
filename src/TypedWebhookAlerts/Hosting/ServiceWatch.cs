using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using TypedWebhookAlerts.Monitoring;

namespace TypedWebhookAlerts.Hosting;

/// <summary>Tells when a background service of the host fails. That is how most bots die: the host stops in order then,
/// and nothing is unhandled.</summary>
/// <param name="services">The host's services.</param>
internal sealed class ServiceWatch(IServiceProvider services)
{
    private readonly Lock _gate = new();
    private readonly HashSet<BackgroundService> _watched = [];
    private SystemStatus? _status;

    /// <summary>Begins, once all services run.</summary>
    public void Begin(SystemStatus status)
    {
        _status = status;
        foreach (var service in services.GetServices<IHostedService>().OfType<BackgroundService>())
        {
            if (service.ExecuteTask is { } execution && _watched.Add(service))
            {
                // At once: whoever waits for the service finds it told.
                const TaskContinuationOptions AtOnce =
                    TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously;
                _ = execution.ContinueWith(
                    _ => Look(service), CancellationToken.None, AtOnce, TaskScheduler.Default);
            }
        }
    }

    /// <summary>Ends, before the services are stopped: what they throw then is theirs.</summary>
    public void End()
    {
        // The host may stop for one that has failed just now, before that was told.
        foreach (var service in Watched())
        {
            Look(service);
        }

        lock (_gate)
        {
            _watched.Clear();
        }
    }

    private BackgroundService[] Watched()
    {
        lock (_gate)
        {
            return [.. _watched];
        }
    }

    private void Look(BackgroundService service)
    {
        if (service.ExecuteTask?.Exception is not { } failure)
        {
            return;
        }

        lock (_gate)
        {
            // Told within the lock: the end waits for it, and what comes after the end is not flushed.
            if (_watched.Remove(service))
            {
                _status?.TellFailed(service.GetType(), failure.InnerExceptions is [var only] ? only : failure);
            }
        }
    }
}
