using Microsoft.Extensions.Logging;

namespace TypedWebhookAlerts.AotSmoke.Application;

/// <summary>The application's log, in which the program waits for what the library says and does.</summary>
internal sealed class WatchedLog : ILoggerProvider
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private readonly List<string> _lines = [];
    private readonly List<(string Text, TaskCompletionSource<string> Source)> _awaited = [];

    /// <summary>Waits for a line that was or will be written.</summary>
    /// <param name="text">What is in it.</param>
    /// <returns>The line: category, level and text.</returns>
    public Task<string> WaitForAsync(string text)
    {
        lock (_gate)
        {
            if (_lines.Find(line => line.Contains(text, StringComparison.Ordinal)) is { } line)
            {
                return Task.FromResult(line);
            }

            var source = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
            _awaited.Add((text, source));
            return source.Task.WaitAsync(s_patience);
        }
    }

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void Dispose()
    {
    }

    private void Add(string line)
    {
        lock (_gate)
        {
            _lines.Add(line);
            foreach (var (_, source) in _awaited.Where(wait => line.Contains(wait.Text, StringComparison.Ordinal)))
            {
                source.TrySetResult(line);
            }
        }
    }

    private sealed class Logger(WatchedLog log, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
            => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter)
            => log.Add($"{category} {logLevel} {formatter(state, exception)}");
    }
}
