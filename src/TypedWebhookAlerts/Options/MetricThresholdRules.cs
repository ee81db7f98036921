using System.Globalization;
using Microsoft.Extensions.Logging;

namespace TypedWebhookAlerts;

/// <summary>Checks the metrics that are watched.</summary>
internal static class MetricThresholdRules
{
    /// <summary>What a group is told apart by is copied at each measurement.</summary>
    public const int MostTags = 8;

    private static readonly TimeSpan s_longest = TimeSpan.FromDays(1);

    /// <summary>What is wrong with the thresholds, each mistake beginning with the option's name.</summary>
    public static IEnumerable<string> Mistakes(WebhookAlertOptions options)
        => options.Thresholds.SelectMany(threshold
            => Mistakes(threshold.Key, threshold.Value).Select(
                mistake => $"Thresholds:{ShownName.Of(threshold.Key)}{mistake}"));

    private static IEnumerable<string> Mistakes(string name, MetricThreshold? threshold)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            return [" must have a name."];
        }

        return threshold is null
            ? [" must say what is watched, and Above or Below."]
            : new[] { Source(name, threshold) }
                .Concat(Limits(name, threshold))
                .Concat(Reading(threshold))
                .OfType<string>();
    }

    private static string? Source(string name, MetricThreshold threshold)
    {
        var namesMeter = !string.IsNullOrWhiteSpace(threshold.Meter);
        var namesInstrument = !string.IsNullOrWhiteSpace(threshold.Instrument);
        if (!string.IsNullOrWhiteSpace(threshold.Preset))
        {
            var preset = threshold.Preset;
            return MetricPreset.Find(preset) is null
                ? $":Preset must be {Presets("or")}{Hint(preset)}"
                : namesMeter || namesInstrument ? " must name a Preset, or a Meter and an Instrument, not both." : null;
        }

        return (namesMeter, namesInstrument) switch
        {
            (true, true) => null,
            (true, false) => ":Instrument must be set beside Meter.",
            (false, true) => ":Meter must be set beside Instrument.",
            _ when MetricPreset.Find(name) is not null => null,
            _ => $" must name a Meter and an Instrument, or be called {Presets("or")}{Hint(name)}",
        };
    }

    private static string Presets(string last)
    {
        var names = MetricPreset.All.Select(preset => preset.Name).ToList();
        return $"{string.Join(", ", names[..^1])} {last} {names[^1]}";
    }

    private static string Hint(string name)
    {
        var hint = NearestName.Hint(name, MetricPreset.All.Select(preset => preset.Name));
        return hint.Length == 0 ? "." : hint;
    }

    private static IEnumerable<string?> Limits(string name, MetricThreshold threshold)
    {
        var (above, below, until) = (threshold.Above, threshold.Below, threshold.Until);
        if (above is null == below is null)
        {
            yield return " must have either Above or Below.";
        }

        var isShare = MetricPreset.Of(name, threshold)?.Unit == MetricPreset.Share;
        yield return Limit(nameof(threshold.Above), above, isShare);
        yield return Limit(nameof(threshold.Below), below, isShare);
        yield return Limit(nameof(threshold.Until), until, isShare);
        if (until > above && below is null)
        {
            yield return ":Until must not be greater than Above.";
        }

        if (until < below && above is null)
        {
            yield return ":Until must not be less than Below.";
        }
    }

    private static string? Limit(string option, double? limit, bool isShare)
        => limit switch
        {
            null => null,
            { } value when !double.IsFinite(value) => $":{option} must be a finite number.",
            < 0 or > 1 when isShare => $":{option} must be from 0 to 1, where 0.9 is 90 %.",
            _ => null,
        };

    private static IEnumerable<string?> Reading(MetricThreshold threshold)
    {
        if (threshold.For < TimeSpan.Zero || threshold.For > s_longest)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture, $":For must be from {TimeSpan.Zero} to {s_longest}.");
        }

        if (threshold.Percentile is not (> 0 and <= 100))
        {
            yield return ":Percentile must be more than 0 and at most 100.";
        }

        if (threshold.GroupBy.Count > MostTags)
        {
            yield return $":GroupBy must name at most {MostTags} tags.";
        }

        if (threshold.GroupBy.Any(string.IsNullOrWhiteSpace))
        {
            yield return ":GroupBy must be a list of names of tags.";
        }

        if (!Enum.IsDefined(threshold.Level) || threshold.Level == LogLevel.None)
        {
            yield return ":Level must be a level from Trace to Critical.";
        }

        if (threshold.Route is { } route && (string.IsNullOrWhiteSpace(route) || ShownName.IsSecret(route)))
        {
            yield return ":Route must be the name of a route.";
        }
    }
}
