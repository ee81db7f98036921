using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.Capture;

namespace TypedWebhookAlerts;

/// <content>The performance alert as something that begins and ends.</content>
public static partial class StandardAlerts
{
    // It does not grow: it has as many as configurations of the process have named together, a few at most. A reload
    // that comes back to a level and a route finds what was declared for them.
    private static readonly ConcurrentDictionary<(LogLevel Level, string? Route), AlertDescriptor> s_breaches = [];

    /// <summary>Raises the performance alert as an incident.</summary>
    /// <param name="pipeline">Takes the alert.</param>
    /// <param name="level">Its level: a declaration has one, a threshold has that of its configuration.</param>
    /// <param name="route">Its route; null where the level decides.</param>
    /// <param name="metric">What was measured.</param>
    /// <param name="value">How much it is.</param>
    /// <param name="threshold">How much it may be.</param>
    /// <param name="details">What else helps. Equal are incidents of one metric with the same details.</param>
    internal static AlertIncident PerformanceIncident(
        AlertPipeline pipeline,
        LogLevel level,
        string? route,
        string metric,
        string value,
        string threshold,
        string details)
    {
        var alert = s_breaches.GetOrAdd(
            (level, route),
            static key => Generated.TypedWebhookAlerts_StandardAlerts.Performance.With(key.Level, key.Route));
        if (!pipeline.IsEnabled(alert))
        {
            return AlertIncident.Ignored;
        }

        var incident = AlertIncident.Open(pipeline, alert);
        var bot = pipeline.ApplicationName;
        var size = AlertWriter.SizeOf(metric)
            + AlertWriter.SizeOf(details)
            + AlertWriter.SizeOf(bot)
            + AlertWriter.SizeOf(value)
            + AlertWriter.SizeOf(threshold);

        // In the order in which the generated call writes, whose renderer reads it.
        if (pipeline.TryClaim(alert, size, incident, out var record))
        {
            record.Write(metric);
            record.Write(details);
            record.EndKey();
            record.Write(bot);
            record.Write(value);
            record.Write(threshold);
            record.Commit();
        }

        return incident;
    }
}
