namespace TypedWebhookAlerts;

/// <summary>A measurement that is known by a name: an instrument of the runtime's own meter, and how it is
/// read.</summary>
/// <param name="Name">Its name in configuration.</param>
/// <param name="Title">What an incident calls it.</param>
/// <param name="Instrument">The instrument's name.</param>
/// <param name="Unit">The unit of what is compared, by UCUM, as instruments have it.</param>
/// <param name="Details">What it means when it is too high.</param>
internal sealed record MetricPreset(string Name, string Title, string Instrument, string Unit, string Details)
{
    /// <summary>The meter that .NET brings since 9.0.</summary>
    public const string Meter = "System.Runtime";

    /// <summary>The unit of a share: 1 is all of it.</summary>
    public const string Share = "share";

    public static MetricPreset Cpu { get; } = new(
        "Cpu",
        "CPU",
        "dotnet.process.cpu.time",
        Share,
        "The share of all processors that this process used.")
    {
        PerProcessor = true,
    };

    public static MetricPreset GcPause { get; } = new(
        "GcPause",
        "GC pause",
        "dotnet.gc.pause.time",
        Share,
        "The share of time for which the garbage collector held every thread.");

    public static MetricPreset WorkingSet { get; } = new(
        "WorkingSet",
        "Working set",
        "dotnet.process.memory.working_set",
        "By",
        "The physical memory that this process uses.");

    // The runtime publishes it as a counter, though it falls as well: its value counts, not its rate.
    public static MetricPreset ThreadPoolQueue { get; } = new(
        "ThreadPoolQueue",
        "Thread pool queue",
        "dotnet.thread_pool.queue.length",
        "{work_item}",
        "The work that waits for a thread of the pool: work comes faster than it is done, or blocks the threads.")
    {
        PerSecond = false,
    };

    public static MetricPreset Exceptions { get; } = new(
        "Exceptions",
        "Exceptions",
        "dotnet.exceptions",
        "{exception}/s",
        "The exceptions thrown a second, those that were caught among them.");

    public static IReadOnlyList<MetricPreset> All { get; } = [Cpu, GcPause, WorkingSet, ThreadPoolQueue, Exceptions];

    /// <summary>Whether a counter is read as its rate.</summary>
    public bool PerSecond { get; init; } = true;

    /// <summary>Whether the value is divided by the number of processors.</summary>
    public bool PerProcessor { get; init; }

    public static MetricPreset? Find(string? name)
        => All.FirstOrDefault(preset => string.Equals(preset.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The preset of a threshold: the one it names, or the one whose name it has when it names nothing
    /// else.</summary>
    /// <param name="name">The threshold's name.</param>
    /// <param name="threshold">The threshold.</param>
    public static MetricPreset? Of(string name, MetricThreshold threshold)
    {
        if (!string.IsNullOrWhiteSpace(threshold.Preset))
        {
            return Find(threshold.Preset);
        }

        return string.IsNullOrWhiteSpace(threshold.Meter) && string.IsNullOrWhiteSpace(threshold.Instrument)
            ? Find(name)
            : null;
    }
}
