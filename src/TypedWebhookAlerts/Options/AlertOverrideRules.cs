using Microsoft.Extensions.Logging;

namespace TypedWebhookAlerts;

/// <summary>What may be said of single alerts.</summary>
internal static class AlertOverrideRules
{
    public static IEnumerable<string> Mistakes(WebhookAlertOptions options)
    {
        foreach (var (name, said) in options.Alerts)
        {
            var alert = ShownName.Of(name);
            if (string.IsNullOrWhiteSpace(name))
            {
                yield return "Alerts must be given by their names: one of them is empty.";
            }

            if (said is null)
            {
                yield return $"Alerts:{alert} must not be null.";
                continue;
            }

            if (said.Level is { } level && (!Enum.IsDefined(level) || level == LogLevel.None))
            {
                yield return $"Alerts:{alert}:Level must be a level from Trace to Critical; Enabled switches it off.";
            }

            if (said.Route is { } route && (string.IsNullOrWhiteSpace(route) || ShownName.IsSecret(route)))
            {
                yield return $"Alerts:{alert}:Route must be the name of a route.";
            }
        }
    }
}
