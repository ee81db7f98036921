using Microsoft.Extensions.Logging;

namespace TypedWebhookAlerts;

/// <summary>Watches one instrument of <c>System.Diagnostics.Metrics</c>, or a measurement of the runtime's that is
/// known by a name: while its value is beyond a limit, an incident is open.</summary>
/// <remarks>
/// <para>What is compared, once every <see cref="WebhookAlertOptions.ThresholdInterval"/>: of a <c>Counter</c> and an
/// <c>ObservableCounter</c> the increase per second, of an <c>UpDownCounter</c>, a <c>Gauge</c> and their observable
/// forms the value, of a <c>Histogram</c> a percentile of what was recorded in the interval, at most 3.2 % off.
/// Counters of several tags are added up; of an <c>ObservableGauge</c> that reports several values the one farthest
/// beyond counts, of a <c>Gauge</c> the one recorded last: use <see cref="GroupBy"/> where that is not meant. NaN and
/// infinite values are ignored.</para>
/// <para>An interval without measurements is a rate of zero for a <c>Counter</c>, changes nothing for an
/// <c>UpDownCounter</c> and a <c>Gauge</c>, and says nothing of a <c>Histogram</c> and of what is observable: a breach
/// goes on. After 5 minutes (3 intervals, if that is longer) of saying nothing, its incident is resolved as no longer
/// reported; so is that of a <c>Gauge</c>'s group that was recorded in three intervals while it was beyond the limit,
/// and then in none.</para>
/// <para>An instrument that has not appeared a minute after the start is told of in the log, once, and is waited for.
/// <c>UpDownCounter</c> counts from when it is first watched; an observable counter is known from the second look on,
/// and one that falls has begun anew: that interval says nothing.</para>
/// </remarks>
public sealed class MetricThreshold
{
    /// <summary>A measurement of the runtime's own, in place of <see cref="Meter"/> and <see cref="Instrument"/>:
    /// <c>Cpu</c>, <c>GcPause</c>, <c>WorkingSet</c>, <c>ThreadPoolQueue</c> or <c>Exceptions</c>. A threshold that
    /// bears one of these names itself, and names no instrument, needs not say it again.</summary>
    public string? Preset { get; set; }

    /// <summary>The name of the instrument's meter, such as <c>System.Runtime</c>.</summary>
    public string? Meter { get; set; }

    /// <summary>The instrument's name, such as <c>dotnet.gc.pause.time</c>.</summary>
    public string? Instrument { get; set; }

    /// <summary>The value above which it is a breach, in the instrument's unit, or that unit per second. Either this or
    /// <see cref="Below"/> is set.</summary>
    public double? Above { get; set; }

    /// <summary>The value below which it is a breach.</summary>
    public double? Below { get; set; }

    /// <summary>The value to which it must fall back (or, with <see cref="Below"/>, rise) for the breach to be over:
    /// hysteresis. The default, <see langword="null"/>, is the limit itself.</summary>
    public double? Until { get; set; }

    /// <summary>For how long the value must be beyond the limit, or back, to count. The default value is zero: one
    /// measurement is enough; at most a day.</summary>
    public TimeSpan For { get; set; }

    /// <summary>Of a histogram: which percentile is compared, more than 0 and at most 100. The default value is
    /// 95.</summary>
    public double Percentile { get; set; } = 95;

    /// <summary>Whether a counter is compared as its increase per second; otherwise as its total, which a
    /// <c>Counter</c> counts from when it is first watched. The default value is <see langword="true"/>; it is of no
    /// meaning for other instruments. Some counters are none: the runtime's <c>dotnet.thread_pool.thread.count</c>
    /// falls as well.</summary>
    public bool PerSecond { get; set; } = true;

    /// <summary>The names of tags whose every combination is watched on its own, at most 8; combinations beyond the
    /// first 200 are not watched, which is logged once. Empty by default: all measurements of the instrument are one
    /// value.</summary>
    public IList<string> GroupBy { get; } = [];

    /// <summary>The incident's level. The default value is <see cref="LogLevel.Warning"/>.</summary>
    public LogLevel Level { get; set; } = LogLevel.Warning;

    /// <summary>The name of the incident's route. The default value is <c>performance</c>; if it is off, or
    /// <see langword="null"/>, the level decides.</summary>
    public string? Route { get; set; } = "performance";

    /// <summary>What the incident says besides the value: what it means, or what to do. The default,
    /// <see langword="null"/>, is the instrument's own description.</summary>
    public string? Details { get; set; }

    /// <summary>Watches the share of all processors that the process uses.</summary>
    /// <param name="above">The limit, from 0 to 1: 0.9 is 90 %.</param>
    public static MetricThreshold Cpu(double above) => Of(MetricPreset.Cpu, above);

    /// <summary>Watches the share of time for which the garbage collector holds every thread.</summary>
    /// <param name="above">The limit, from 0 to 1: 0.1 is 10 %.</param>
    public static MetricThreshold GcPause(double above) => Of(MetricPreset.GcPause, above);

    /// <summary>Watches the physical memory that the process uses.</summary>
    /// <param name="above">The limit in bytes.</param>
    public static MetricThreshold WorkingSet(double above) => Of(MetricPreset.WorkingSet, above);

    /// <summary>Watches how much work waits for a thread of the pool.</summary>
    /// <param name="above">The limit in work items.</param>
    public static MetricThreshold ThreadPoolQueue(double above) => Of(MetricPreset.ThreadPoolQueue, above);

    /// <summary>Watches how many exceptions are thrown a second, those that are caught among them.</summary>
    /// <param name="above">The limit per second.</param>
    public static MetricThreshold Exceptions(double above) => Of(MetricPreset.Exceptions, above);

    private static MetricThreshold Of(MetricPreset preset, double above)
        => new() { Preset = preset.Name, Above = above };
}
