using System.Collections.Concurrent;
using System.Text;
using TypedWebhookAlerts.Capture;
using TypedWebhookAlerts.Rendering;

namespace TypedWebhookAlerts;

/// <summary>
/// The messages that tell more of an alert's incidents: same name, level and route, so that configuration means all of
/// them. Each shows what is new above the title and the description that the incident was opened with.
/// </summary>
internal sealed class IncidentNews
{
    private const int Green = 0x2ECC71;

    private static readonly ConcurrentDictionary<AlertDescriptor, IncidentNews> s_all = [];

    private IncidentNews(AlertDescriptor alert)
    {
        Update = Describe(alert, alert.Color, static (ref record, formatter) => RenderUpdate(ref record, formatter));
        Resolution = Describe(alert, Green, static (ref record, formatter) => RenderResolution(ref record, formatter));
    }

    public AlertDescriptor Update { get; }

    public AlertDescriptor Resolution { get; }

    public static IncidentNews Of(AlertDescriptor alert)
        => s_all.GetOrAdd(alert, static alert => new IncidentNews(alert));

    private static AlertDescriptor Describe(AlertDescriptor alert, int color, AlertRenderer render)
        => new(
            alert.Name,
            alert.EventId,
            alert.Level,
            alert.Template,
            alert.Route,
            [AlertParameter.Text("text")],
            render)
        {
            EventName = alert.EventName,
            Title = alert.Title,
            Color = color,
            CoalesceSeconds = 0,
        };

    private static void RenderUpdate(ref AlertReader record, AlertFormatter alert)
    {
        alert.BeginDescription();
        alert.Literal("**Update:** "u8);
        alert.Text(record.ReadText());
        alert.End();
        RenderOpening(record.Tracker as IncidentMessage, alert);
    }

    private static void RenderResolution(ref AlertReader record, AlertFormatter alert)
    {
        var message = record.Tracker as IncidentMessage;
        var text = record.ReadText();
        alert.BeginDescription();
        alert.Literal("**Resolved after "u8);
        alert.Literal(Encoding.UTF8.GetBytes(ElapsedText.Of(message?.Elapsed ?? TimeSpan.Zero)));
        alert.Literal(text.IsNull ? "**"u8 : ":** "u8);
        if (!text.IsNull)
        {
            alert.Text(text);
        }

        alert.End();
        RenderOpening(message, alert);
    }

    private static void RenderOpening(IncidentMessage? message, AlertFormatter alert)
    {
        if (message?.Incident.Opening is not { } opening)
        {
            return;
        }

        var headline = new HeadlineFormatter(alert);
        var reader = opening.CreateReader();
        opening.Descriptor.Render(ref reader, headline);
        if (!headline.HasWritten)
        {
            alert.BeginDescription();
            alert.Text(opening.Descriptor.EventName);
            alert.End();
        }
    }
}
