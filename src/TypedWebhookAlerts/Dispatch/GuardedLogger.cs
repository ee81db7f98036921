using Microsoft.Extensions.Logging;

namespace TypedWebhookAlerts.Dispatch;

/// <summary>The application's logger, whose failures stay its own: what it throws would end the pump, and with it the
/// process, or a lane.</summary>
internal sealed class GuardedLogger(ILogger inner) : ILogger
{
    /// <summary>The logger that the library logs by itself; standard error where there is none, or none to be
    /// had.</summary>
    public static GuardedLogger Of(ILoggerFactory? factory)
    {
        try
        {
            return new GuardedLogger(factory?.CreateLogger("TypedWebhookAlerts") ?? StandardErrorLogger.Instance);
        }
        catch (Exception)
        {
            // A provider of the user's may throw anything, and a factory that was disposed does.
            return new GuardedLogger(StandardErrorLogger.Instance);
        }
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
        => null;

    public bool IsEnabled(LogLevel logLevel)
    {
        try
        {
            return inner.IsEnabled(logLevel);
        }
        catch (Exception)
        {
            // A provider of the user's may throw anything.
            return false;
        }
    }

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter)
    {
        try
        {
            inner.Log(logLevel, eventId, state, exception, formatter);
        }
        catch (Exception)
        {
            // A provider of the user's may throw anything, and there is nowhere left to say so.
        }
    }
}
