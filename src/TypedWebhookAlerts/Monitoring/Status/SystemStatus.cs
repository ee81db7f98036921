using System.Runtime.InteropServices;
using TypedWebhookAlerts.Capture;
using TypedWebhookAlerts.Dispatch;
using TypedWebhookAlerts.Rendering;
using Declared = TypedWebhookAlerts.Generated.TypedWebhookAlerts_Monitoring_StatusAlerts;

namespace TypedWebhookAlerts.Monitoring;

/// <summary>Says of the process that it started, that it is alive, that it stops, and what it dies of.</summary>
internal sealed class SystemStatus : IPipelineCompanion
{
    private readonly AlertPipeline _pipeline;
    private readonly TimeProvider _time;
    private readonly long _start;
    private readonly ITimer _heartbeat;
    private volatile StatusSettings? _settings;

    /// <param name="pipeline">Takes the alerts.</param>
    /// <param name="time">The pipeline's clock. What is told of the start and of the uptime begins now.</param>
    public SystemStatus(AlertPipeline pipeline, TimeProvider time)
    {
        _pipeline = pipeline;
        _time = time;
        _start = time.GetTimestamp();

        // A heartbeat belongs to nobody: it has not the trace of whoever started the pipeline.
        using (ExecutionContext.IsFlowSuppressed() ? default : ExecutionContext.SuppressFlow())
        {
            _heartbeat = time.CreateTimer(
                _ => Guard(TellAlive), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }

        ProcessExceptions.Join(this);
    }

    /// <summary>Whether its pipeline is the ambient one of the process.</summary>
    public bool IsOfAmbient => AmbientPipeline.IsAmbient(_pipeline);

    private string Uptime => ElapsedText.Of(_time.GetElapsedTime(_start));

    public void Configure(WebhookAlertOptions options)
    {
        var former = _settings?.Heartbeat ?? TimeSpan.Zero;
        var settings = new StatusSettings(options);
        _settings = settings;
        if (settings.Heartbeat != former)
        {
            var interval = settings.Heartbeat > TimeSpan.Zero ? settings.Heartbeat : Timeout.InfiniteTimeSpan;
            _heartbeat.Change(interval, interval);
        }
    }

    /// <summary>Tells that every service of the host runs.</summary>
    public void TellStarted()
    {
        if (_settings is { Started: true } settings && settings.HasRouteFor(Declared.ApplicationStarted))
        {
            StatusAlerts.ApplicationStarted(
                _pipeline,
                _pipeline.ApplicationName,
                EntryAssembly.Version ?? "unknown",
                Environment.MachineName,
                $"{RuntimeInformation.FrameworkDescription} on {RuntimeInformation.OSDescription}",
                Uptime);
        }
    }

    /// <summary>Tells that the host begins to stop its services.</summary>
    public void TellStopping()
    {
        if (_settings is { Stopping: true } settings && settings.HasRouteFor(Declared.ApplicationStopping))
        {
            StatusAlerts.ApplicationStopping(_pipeline, _pipeline.ApplicationName, Environment.MachineName, Uptime);
        }
    }

    /// <summary>Tells what the process dies of.</summary>
    /// <param name="thrown">What was thrown: in other languages than C# that need not be an exception.</param>
    public void Witness(object thrown)
    {
        if (_settings is not { UnhandledExceptions: true } || ProcessExceptions.Teller != this)
        {
            return;
        }

        var exception = thrown as Exception;
        StatusAlerts.UnhandledException(
            _pipeline,
            _pipeline.ApplicationName,
            exception is null ? thrown.GetType().Name : ExceptionText.TypeName(exception),
            Thread.CurrentThread.Name ?? $"Thread {Environment.CurrentManagedThreadId}",
            StandardAlerts.Now(_pipeline),
            exception is null ? "(no exception, but another object)" : ExceptionText.RawMessage(exception),
            exception);
    }

    /// <summary>Tells what a background service of the host ended by: the host stops then, by its default.</summary>
    /// <param name="service">The service's type.</param>
    /// <param name="exception">What it threw.</param>
    public void TellFailed(Type service, Exception exception)
    {
        if (_settings is { UnhandledExceptions: true })
        {
            Guard(() => StatusAlerts.ServiceFailed(
                _pipeline,
                _pipeline.ApplicationName,
                ExceptionText.TypeName(exception),
                service.Name,
                StandardAlerts.Now(_pipeline),
                ExceptionText.RawMessage(exception),
                exception));
        }
    }

    /// <summary>Tells what a task threw whose result nobody has looked at.</summary>
    public void TellUnobserved(AggregateException unobserved)
    {
        if (_settings is { UnobservedExceptions: true })
        {
            Guard(() => Tell(unobserved));
        }
    }

    public ValueTask DisposeAsync()
    {
        ProcessExceptions.Leave(this);
        return _heartbeat.DisposeAsync();
    }

    /// <summary>Does what the runtime calls on a timer's thread or on the finalizer's, where an exception would end the
    /// process.</summary>
    private static void Guard(Action tell)
    {
        try
        {
            tell();
        }
        catch (Exception)
        {
            // A clock of the user's may throw anything.
        }
    }

    private void Tell(AggregateException unobserved)
    {
        var exception = unobserved.InnerExceptions is [var only] ? only : unobserved;
        StatusAlerts.UnobservedException(
            _pipeline,
            _pipeline.ApplicationName,
            ExceptionText.TypeName(exception),
            StandardAlerts.Now(_pipeline),
            ExceptionText.RawMessage(exception),
            exception);
    }

    private void TellAlive()
    {
        if (_settings is { } settings && settings.HasRouteFor(Declared.Heartbeat))
        {
            StatusAlerts.Heartbeat(
                _pipeline, _pipeline.ApplicationName, Environment.MachineName, Uptime, _pipeline.Ledger.ToString());
        }
    }
}
