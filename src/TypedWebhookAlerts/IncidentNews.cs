using System.Collections.Concurrent;
using TypedWebhookAlerts.Capture;
using TypedWebhookAlerts.Rendering;

namespace TypedWebhookAlerts;

/// <summary>
/// What tells more of an alert's incidents: same name, level and route, so that configuration means all of it. The pump
/// does not render it as an alert: it becomes a line of the incident's message.
/// </summary>
internal sealed class IncidentNews
{
    private static readonly ConcurrentDictionary<AlertDescriptor, IncidentNews> s_all = [];

    private IncidentNews(AlertDescriptor alert)
    {
        Update = Describe(alert);
        Resolution = Describe(alert);
    }

    public AlertDescriptor Update { get; }

    public AlertDescriptor Resolution { get; }

    public static IncidentNews Of(AlertDescriptor alert)
        => s_all.GetOrAdd(alert, static alert => new IncidentNews(alert));

    private static AlertDescriptor Describe(AlertDescriptor alert)
        => new(
            alert.Name,
            alert.EventId,
            alert.Level,
            alert.Template,
            alert.Route,
            [AlertParameter.Text("text")],
            static (ref record, formatter) => formatter.Text(record.ReadText()))
        {
            EventName = alert.EventName,
            Title = alert.Title,
            Color = alert.Color,
            CoalesceSeconds = 0,
        };
}
