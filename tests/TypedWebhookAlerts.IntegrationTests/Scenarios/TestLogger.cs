using Microsoft.Extensions.Logging;

namespace TypedWebhookAlerts.IntegrationTests.Scenarios;

/// <summary>A logger, its provider and their factory in one: a test decides what is done with an entry.</summary>
internal abstract class TestLogger : ILoggerFactory, ILoggerProvider, ILogger
{
    public void AddProvider(ILoggerProvider provider)
    {
    }

    public virtual ILogger CreateLogger(string categoryName) => this;

    public virtual IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
        => null;

    public virtual bool IsEnabled(LogLevel logLevel) => true;

    void ILogger.Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter)
        => Take(logLevel, eventId, state, exception, () => formatter(state, exception));

    public virtual void Dispose() => GC.SuppressFinalize(this);

    /// <summary>Takes an entry.</summary>
    protected abstract void Take(
        LogLevel level, EventId id, object? state, Exception? exception, Func<string> message);
}
