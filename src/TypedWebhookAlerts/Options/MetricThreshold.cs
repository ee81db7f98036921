using Microsoft.Extensions.Logging;

namespace TypedWebhookAlerts;

/// <summary>Watches one instrument of <c>System.Diagnostics.Metrics</c>: while its value is beyond a limit, an incident is
/// open.</summary>
public sealed class MetricThreshold
{
    /// <summary>The name of the instrument's meter, such as <c>System.Runtime</c>.</summary>
    public string? Meter { get; set; }

    /// <summary>The instrument's name, such as <c>dotnet.gc.pause.time</c>.</summary>
    public string? Instrument { get; set; }

    /// <summary>The value above which it is a breach.</summary>
    public double? Above { get; set; }

    /// <summary>The value below which it is a breach.</summary>
    public double? Below { get; set; }

    /// <summary>The value to which it must fall back (or, with <see cref="Below"/>, rise) for the breach to be over:
    /// hysteresis. The default, <see langword="null"/>, is the limit itself.</summary>
    public double? Until { get; set; }

    /// <summary>For how long the value must be beyond the limit, or back, to count. The default value is zero: one
    /// measurement is enough; at most a day.</summary>
    public TimeSpan For { get; set; }

    /// <summary>Of a histogram: which percentile is compared, more than 0 and at most 100. The default value is 95.</summary>
    public double Percentile { get; set; } = 95;

    /// <summary>The names of tags whose every combination is watched on its own. Empty by default: all measurements of
    /// the instrument are one value.</summary>
    public IList<string> GroupBy { get; } = [];

    /// <summary>The incident's level. The default value is <see cref="LogLevel.Warning"/>.</summary>
    public LogLevel Level { get; set; } = LogLevel.Warning;

    /// <summary>The name of the incident's route. The default value is <c>performance</c>.</summary>
    public string? Route { get; set; } = "performance";

    /// <summary>What the incident says besides the value: what it means, or what to do. The default,
    /// <see langword="null"/>, is the instrument's own description.</summary>
    public string? Details { get; set; }
}
