using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.Capture;

namespace TypedWebhookAlerts.Dispatch;

/// <summary>What is the same in all log entries of an alert.</summary>
/// <param name="Logger">The logger of the type that declares it.</param>
/// <param name="Event">Its number and name.</param>
/// <param name="Template">The template as other template parsers read it.</param>
/// <param name="Names">Its values' names in that template, in the order of its parameters.</param>
internal sealed record LoggedAlert(ILogger Logger, EventId Event, string Template, string[] Names)
{
    public static LoggedAlert Of(AlertDescriptor alert, ILoggerFactory factory)
    {
        var end = alert.Name.LastIndexOf('.');
        var category = end < 0 ? alert.Name : alert.Name[..end];
        var template = string.IsNullOrEmpty(alert.Template)
            ? LogTemplate.Of(alert.Title ?? alert.EventName) + LogTemplate.OfFields(alert.Parameters)
            : LogTemplate.Of(alert.Template);
        return new LoggedAlert(
            new GuardedLogger(factory.CreateLogger(category)),
            new EventId(alert.EventId, alert.EventName),
            template,
            [.. alert.Parameters.Select(parameter => LogTemplate.NameOf(parameter.Name))]);
    }
}
