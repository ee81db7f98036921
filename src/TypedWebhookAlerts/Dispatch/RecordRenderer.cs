using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.Capture;
using TypedWebhookAlerts.Rendering;

namespace TypedWebhookAlerts.Dispatch;

/// <summary>Renders captured alerts, at their level in this pipeline. One that fails of it is shown by its
/// name.</summary>
/// <param name="states">The pipeline's table of alerts.</param>
/// <param name="log">Told of what cannot be rendered.</param>
internal sealed class RecordRenderer(AlertStates states, ILogger log)
{
    /// <summary>Renders an alert.</summary>
    /// <param name="formatter">The pump's.</param>
    /// <param name="record">The alert.</param>
    /// <param name="raisedAt">When it was raised.</param>
    /// <returns>Null when not even its name could be: a defect of ours.</returns>
    public RenderedAlert? Render(DiscordFormatter formatter, in AlertRecord record, DateTimeOffset raisedAt)
    {
        var alert = record.Descriptor;
        var heading = new AlertHeading(
            states.Get(alert).Level, alert.Color, raisedAt, IsIncident: record.Tracker is IIncident, record.TraceId);

        // One alert that cannot be rendered must not stop those behind it.
        try
        {
            formatter.Begin(heading);
            var reader = record.CreateReader();
            alert.Render(ref reader, formatter);
            return formatter.Finish();
        }
        catch (Exception exception)
        {
            log.NotRendered(alert.Name, exception.GetType().Name);
        }

        try
        {
            return RenderNameOnly(formatter, alert, heading);
        }
        catch (Exception exception)
        {
            log.DispatchFailed(alert.Name, exception.GetType().Name);
            return null;
        }
    }

    private static RenderedAlert RenderNameOnly(
        DiscordFormatter formatter, AlertDescriptor alert, in AlertHeading heading)
    {
        formatter.Begin(heading);
        formatter.BeginDescription();
        formatter.Text(alert.Name);
        formatter.Literal(" was raised, but could not be rendered."u8);
        formatter.End();
        return formatter.Finish();
    }
}
