using System.Runtime.InteropServices;

namespace TypedWebhookAlerts.Dispatch;

/// <summary>Watches for the end of the process, so that what waits then is sent or kept.</summary>
internal sealed class ProcessEnd : IDisposable
{
    /// <summary>Each ends a process that does not handle it, and none of them runs ProcessExit.</summary>
    private static readonly PosixSignal[] s_signals =
        [PosixSignal.SIGTERM, PosixSignal.SIGINT, PosixSignal.SIGHUP, PosixSignal.SIGQUIT];

    private readonly List<PosixSignalRegistration> _registrations = [];
    private readonly PipelineEngine _engine;
    private readonly Companions _companions;

    /// <param name="engine">The engine that is told.</param>
    /// <param name="companions">Those that have something to say of a crash.</param>
    /// <param name="handlesSignals">Whether signals are handled; with a host they are the host's.</param>
    public ProcessEnd(PipelineEngine engine, Companions companions, bool handlesSignals)
    {
        _engine = engine;
        _companions = companions;
        AppDomain.CurrentDomain.ProcessExit += OnExit;
        AppDomain.CurrentDomain.UnhandledException += OnCrash;
        foreach (var signal in handlesSignals ? s_signals : [])
        {
            Register(signal);
        }
    }

    public void Dispose()
    {
        AppDomain.CurrentDomain.ProcessExit -= OnExit;
        AppDomain.CurrentDomain.UnhandledException -= OnCrash;
        _registrations.ForEach(registration => registration.Dispose());
    }

    private void Register(PosixSignal signal)
    {
        try
        {
            _registrations.Add(PosixSignalRegistration.Create(signal, OnSignal));
        }
        catch (PlatformNotSupportedException)
        {
            // There is no such signal here, then nobody sends it.
        }
        catch (IOException)
        {
            // The system refuses; without the signal alerts wait for ProcessExit or for a disposal.
        }
    }

    /// <summary>Runs after the handlers that were registered later and before those registered earlier. The default
    /// action, which ends the process, follows when none has cancelled it.</summary>
    private void OnSignal(PosixSignalContext context)
    {
        if (context.Cancel)
        {
            // The application goes on, or ends in its own way: it is not kept waiting.
            _engine.BeginFlush();
        }
        else
        {
            _engine.EndWithProcess($"Terminated ({context.Signal})");
        }
    }

    private void OnExit(object? sender, EventArgs e) => _engine.EndWithProcess("Exited");

    private void OnCrash(object sender, UnhandledExceptionEventArgs e)
    {
        if (e.IsTerminating)
        {
            // What they say is among what the engine sends and keeps.
            _companions.Witness(e.ExceptionObject);
            _engine.Crash();
        }
    }
}
