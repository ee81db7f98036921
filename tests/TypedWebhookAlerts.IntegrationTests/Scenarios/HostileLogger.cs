using Microsoft.Extensions.Logging;

namespace TypedWebhookAlerts.IntegrationTests.Scenarios;

/// <summary>An application's logger that does something to whoever logs.</summary>
internal sealed class HostileLogger(Action<LogLevel, object?> onLog) : ILoggerFactory, ILogger
{
    public void AddProvider(ILoggerProvider provider)
    {
    }

    public ILogger CreateLogger(string categoryName) => this;

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
        => onLog(logLevel, state);

    public void Dispose()
    {
    }
}
