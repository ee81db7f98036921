using Microsoft.Extensions.Logging;

namespace TypedWebhookAlerts.Monitoring;

/// <summary>One threshold as it was configured: what is watched, what is beyond it, and how that is told.</summary>
/// <param name="Name">Its name in the options.</param>
/// <param name="Title">What an incident calls it.</param>
/// <param name="Meter">The meter's name.</param>
/// <param name="Instrument">The instrument's name.</param>
internal sealed record ThresholdRule(string Name, string Title, string Meter, string Instrument)
{
    /// <summary>Whether a value above the limit is a breach; otherwise one below it.</summary>
    public required bool IsAbove { get; init; }

    public required double Limit { get; init; }

    /// <summary>The value at which a breach is over.</summary>
    public required double Until { get; init; }

    public TimeSpan For { get; init; }

    public double Percentile { get; init; } = 95;

    /// <summary>Whether a counter is read as its rate.</summary>
    public bool PerSecond { get; init; } = true;

    /// <summary>What a value is multiplied by before it is compared.</summary>
    public double Scale { get; init; } = 1;

    /// <summary>The unit of what is compared; null for the instrument's.</summary>
    public string? Unit { get; init; }

    public IReadOnlyList<string> GroupBy { get; init; } = [];

    public LogLevel Level { get; init; } = LogLevel.Warning;

    public string? Route { get; init; }

    public string? Details { get; init; }

    /// <param name="name">The threshold's name in the options.</param>
    /// <param name="threshold">Checked options.</param>
    public static ThresholdRule Of(string name, MetricThreshold threshold)
    {
        var preset = MetricPreset.Of(name, threshold);
        var limit = threshold.Above ?? threshold.Below!.Value;
        return new ThresholdRule(
            name,
            TitleOf(name, preset),
            preset is null ? threshold.Meter! : MetricPreset.Meter,
            preset?.Instrument ?? threshold.Instrument!)
        {
            IsAbove = threshold.Above is not null,
            Limit = limit,
            Until = threshold.Until ?? limit,
            For = threshold.For,
            Percentile = threshold.Percentile,
            PerSecond = preset?.PerSecond ?? threshold.PerSecond,
            Scale = preset?.PerProcessor == true ? 1.0 / Environment.ProcessorCount : 1,
            Unit = preset?.Unit,
            GroupBy = [.. threshold.GroupBy],
            Level = threshold.Level,
            Route = threshold.Route,
            Details = threshold.Details ?? preset?.Details,
        };
    }

    public bool IsBeyond(double value) => IsAbove ? value > Limit : value < Limit;

    public bool IsBack(double value) => IsAbove ? value <= Until : value >= Until;

    /// <summary>The one of two values that is farther beyond, or nearer to it.</summary>
    public double Worse(double left, double right) => IsAbove ? Math.Max(left, right) : Math.Min(left, right);

    /// <summary>Whether nothing was changed; lists are compared by what they hold.</summary>
    public bool IsSameAs(ThresholdRule other)
        => GroupBy.SequenceEqual(other.GroupBy) && this == other with { GroupBy = GroupBy };

    // Two thresholds may watch the same measurement: the name tells them apart, if it says more than the preset's.
    private static string TitleOf(string name, MetricPreset? preset)
        => preset is null ? name
            : string.Equals(name, preset.Name, StringComparison.OrdinalIgnoreCase) ? preset.Title
            : $"{preset.Title} ({name})";
}
