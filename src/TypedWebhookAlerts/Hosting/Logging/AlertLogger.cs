using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.Capture;
using TypedWebhookAlerts.Delivery;

namespace TypedWebhookAlerts.Hosting;

/// <summary>A category of the application's log, whose entries become alerts.</summary>
internal sealed class AlertLogger(string category, LogTarget target) : ILogger
{
    [ThreadStatic]
    private static bool s_isReading;

    private LogEntryFilter _filter = LogEntryFilter.For(category, options: null);

    /// <summary>Which entries are taken. Changes when the configuration does.</summary>
    public LogEntryFilter Filter
    {
        set => Volatile.Write(ref _filter, value);
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
        => target.Scopes?.Push(state);

    public bool IsEnabled(LogLevel logLevel)
    {
        // A filter of the user's may throw anything.
        try
        {
            return Find(logLevel, out _) is not null;
        }
        catch (Exception)
        {
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
        // What is logged while an entry is read comes from what it holds: it could go on without end.
        if (s_isReading)
        {
            return;
        }

        s_isReading = true;

        // Whoever logs expects no exception, whatever the state and the scopes are.
        try
        {
            if (Find(logLevel, out var pipeline) is { } alert)
            {
                using var draft = LogEntry.Read(
                    category, eventId, state, exception, formatter, target.Scopes, pipeline!.Culture);
                HandwrittenCalls.RaiseUntyped(pipeline, alert, draft);
            }
        }
        catch (Exception)
        {
        }
        finally
        {
            s_isReading = false;
        }
    }

    /// <summary>The alert that an entry of a level is now; null if it is none.</summary>
    private AlertDescriptor? Find(LogLevel level, out AlertPipeline? pipeline)
    {
        pipeline = null;
        return UntypedAlerts.LogEntry(level) is { } alert
            && Volatile.Read(ref _filter).Takes(level)
            && !OwnFlow.IsCurrent
            && (pipeline = target.Pipeline) is not null
            && pipeline.IsEnabled(alert)
            ? alert
            : null;
    }
}
