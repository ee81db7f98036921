using Microsoft.Extensions.Logging;

namespace TypedWebhookAlerts.Tests.Delivery;

/// <summary>A logger that does something to whoever logs.</summary>
/// <param name="onLog">Told what is logged.</param>
internal sealed class ScriptedLogger(Action<string> onLog) : ILogger
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
        => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter)
        => onLog(formatter(state, exception));
}
