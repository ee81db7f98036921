using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.Capture;
using TypedWebhookAlerts.Privacy;
using TypedWebhookAlerts.Rendering;

namespace TypedWebhookAlerts.Dispatch;

/// <summary>
/// Writes alerts to the application's log, each once, whatever becomes of it. What came from there is not written back;
/// nor is what a logger raises while it is told of another, which would go on without end. Used by the pump only.
/// Nothing here throws, and nothing is put together for a logger that does not want it.
/// </summary>
internal sealed class AlertLog
{
    private readonly Dictionary<AlertDescriptor, LoggedAlert> _alerts = [];
    private readonly ConditionalWeakTable<IIncident, LoggedIncident> _incidents;
    private readonly ILoggerFactory _factory;
    private readonly TextRedactor _redactor;
    private readonly LogMessageFormatter _formatter;

    private AlertLog(
        ILoggerFactory factory,
        TextRedactor redactor,
        ClassifiedRedactor classification,
        ConditionalWeakTable<IIncident, LoggedIncident> incidents)
    {
        _factory = factory;
        _incidents = incidents;
        _redactor = redactor;
        _formatter = new LogMessageFormatter(redactor, classification);
    }

    /// <summary>The log that options ask for; null if they ask for none.</summary>
    /// <param name="options">The options: of the start, or of a reload.</param>
    /// <param name="factory">The application's log, which is that of the start.</param>
    /// <param name="redactor">Takes out of all texts what is not to leave.</param>
    /// <param name="classification">What classified text is shown as.</param>
    /// <param name="former">The one before a reload: the incidents that it has opened are told to their end.</param>
    public static AlertLog? Create(
        WebhookAlertOptions options,
        ILoggerFactory? factory,
        TextRedactor redactor,
        ClassifiedRedactor classification,
        AlertLog? former)
        => options.LogAlerts == true && factory is not null
            ? new AlertLog(factory, redactor, classification, former?._incidents ?? [])
            : null;

    /// <summary>Writes an accepted alert.</summary>
    /// <param name="record">The captured alert.</param>
    /// <param name="level">The level it has by now.</param>
    /// <param name="raisedAt">When it was raised.</param>
    public void Write(in AlertRecord record, LogLevel level, DateTimeOffset raisedAt)
    {
        var alert = record.Descriptor;
        if (UntypedAlerts.IsLogEntry(alert) || record.IsEcho)
        {
            return;
        }

        // An alert that cannot be logged is sent all the same.
        try
        {
            var logged = Find(alert);
            if (logged.Logger.IsEnabled(level))
            {
                var (state, exception) = UntypedAlerts.Contains(alert)
                    ? LoggedValues.OfUntyped(record, _redactor)
                    : LoggedValues.OfDeclared(record, logged, _formatter, _redactor);
                Write(logged, level, state, exception);
                if (record.Tracker is IIncident incident)
                {
                    _incidents.AddOrUpdate(incident, new LoggedIncident(state.ToString(), raisedAt));
                }
            }
        }
        catch (Exception)
        {
            _ = _formatter.Take();
        }
    }

    /// <summary>Writes what an incident is told: news, not a failure of its own.</summary>
    /// <param name="news">The incident's, and whether it is its end.</param>
    /// <param name="alert">The alert that tells it.</param>
    /// <param name="text">The caller's words.</param>
    /// <param name="at">When it was told.</param>
    public void Write(IncidentMessage news, AlertDescriptor alert, AlertText text, DateTimeOffset at)
    {
        // What cannot be logged is told all the same.
        try
        {
            var logged = Find(alert);
            if (logged.Logger.IsEnabled(LogLevel.Information))
            {
                _incidents.TryGetValue(news.Incident, out var opened);
                var state = IncidentLogText.Of(
                    opened?.Message ?? alert.EventName,
                    news.IsEnd,
                    LoggedValues.TextOf(text, before: default, _redactor),
                    at - opened?.At);
                Write(logged, LogLevel.Information, state, exception: null);
            }
        }
        catch (Exception)
        {
        }
    }

    private static void Write(LoggedAlert alert, LogLevel level, AlertLogState state, Exception? exception)
    {
        using var echo = LogEcho.Begin();
        alert.Logger.Log(level, alert.Event, state, exception, static (state, _) => state.ToString());
    }

    private LoggedAlert Find(AlertDescriptor alert)
    {
        if (!_alerts.TryGetValue(alert, out var logged))
        {
            _alerts[alert] = logged = LoggedAlert.Of(alert, _factory);
        }

        return logged;
    }

    /// <summary>What was logged of an incident when it was opened.</summary>
    private sealed record LoggedIncident(string Message, DateTimeOffset At);
}
