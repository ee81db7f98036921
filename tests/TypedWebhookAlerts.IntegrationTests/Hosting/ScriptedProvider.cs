using Microsoft.Extensions.Logging;

namespace TypedWebhookAlerts.IntegrationTests.Hosting;

/// <summary>A logging provider that does something to whoever logs.</summary>
internal sealed class ScriptedProvider(Action<LogLevel> onLog) : ILoggerProvider, ILogger
{
    public Action<string> OnCreate { get; init; } = static _ => { };

    public Action OnDispose { get; set; } = static () => { };

    public bool IsDisposed { get; private set; }

    public ILogger CreateLogger(string categoryName)
    {
        OnCreate(categoryName);
        return this;
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
        => null;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter)
        => onLog(logLevel);

    public void Dispose()
    {
        IsDisposed = true;
        OnDispose();
    }
}
