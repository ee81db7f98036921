using System.Globalization;

namespace TypedWebhookAlerts.Monitoring;

/// <summary>Tells of one breach: the performance alert, as an incident.</summary>
/// <param name="pipeline">Takes it.</param>
/// <param name="rule">Its threshold.</param>
/// <param name="metric">What was measured: the threshold's title, and the group's tags.</param>
/// <param name="unit">The value's unit.</param>
/// <param name="details">What the incident says besides.</param>
/// <param name="culture">How numbers are written.</param>
internal sealed class BreachIncident(
    AlertPipeline pipeline, ThresholdRule rule, string metric, string? unit, string details, CultureInfo culture)
{
    private AlertIncident? _incident;

    /// <summary>Whether nobody was told: the alert was off, or there was no room for it.</summary>
    public bool IsUnheardOf
        => _incident is not { Delivered: { IsCompletedSuccessfully: true } call }
            ? _incident is null
            : call.Result.Kind is AlertOutcomeKind.Ignored or AlertOutcomeKind.Refused;

    /// <param name="value">The value that is beyond the limit.</param>
    public void Begin(double value)
        => _incident = StandardAlerts.PerformanceIncident(
            pipeline, rule.Level, rule.Route, metric, Text(value), Limit(), details);

    /// <param name="worst">The value that is farthest beyond.</param>
    public void Worsen(double worst)
        => _incident?.Update($"Now {Text(worst)}, the {(rule.IsAbove ? "highest" : "lowest")} so far.");

    /// <param name="value">The value that is back.</param>
    /// <param name="worst">The one that was farthest beyond.</param>
    public void End(double value, double worst)
        => End($"Back at {Text(value)}; the {(rule.IsAbove ? "highest" : "lowest")} was {Text(worst)}.");

    /// <param name="why">Why it is over.</param>
    public void End(string why) => _incident?.Resolve(why);

    private string Limit()
    {
        var limit = $"{(rule.IsAbove ? "above" : "below")} {Text(rule.Limit)}";
        return rule.For > TimeSpan.Zero ? $"{limit} for {MetricText.Of(rule.For.TotalSeconds, "s", culture)}" : limit;
    }

    private string Text(double value) => MetricText.Of(value, unit, culture);
}
