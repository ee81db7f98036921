using Microsoft.Extensions.Logging;

namespace StatsBot.Channel;

/// <summary>Writes a log line into the feed.</summary>
internal sealed class FeedLogger(ChannelFeed feed) : ILogger
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
    {
        var text = $"{Word(logLevel)}: {formatter(state, exception)}";
        feed.Note(exception is null ? text : $"{text} ({exception.GetType().Name}: {exception.Message})", logLevel);
    }

    private static string Word(LogLevel level)
        => level switch
        {
            LogLevel.Critical or LogLevel.Error => "error",
            LogLevel.Warning => "warning",
            _ => "info",
        };
}
