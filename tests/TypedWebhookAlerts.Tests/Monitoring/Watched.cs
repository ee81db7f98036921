using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using TypedWebhookAlerts.Monitoring;
using TypedWebhookAlerts.Testing;

namespace TypedWebhookAlerts.Tests.Monitoring;

/// <summary>A meter of a test's own, and a watcher of it in virtual time, whose incidents are recorded.</summary>
internal sealed class Watched : IDisposable
{
    private static readonly TimeSpan s_interval = TimeSpan.FromSeconds(10);

    private readonly ThresholdWatcher _watcher;
    private int _known;

    public Watched()
    {
        Meter = new Meter(Name);
        Recorder = AlertRecorder.Start();
        _watcher = new ThresholdWatcher(Recorder.Pipeline);
    }

    /// <summary>The meter's name, which no other test's has.</summary>
    public string Name { get; } = "Test." + Guid.NewGuid().ToString("N");

    public Meter Meter { get; }

    public AlertRecorder Recorder { get; }

    public VirtualTime Time { get; } = new();

    public FakeLogCollector Log { get; } = new();

    public IReadOnlyList<RecordedAlert> Incidents => Recorder.All;

    /// <summary>Watches an instrument of the meter.</summary>
    public MetricThreshold Threshold(string instrument, double? above = null, double? below = null)
        => new() { Meter = Name, Instrument = instrument, Above = above, Below = below };

    /// <summary>Watches one instrument.</summary>
    public void Watch(MetricThreshold threshold) => Configure(options => options.Thresholds["watched"] = threshold);

    public void Configure(Action<WebhookAlertOptions> configure)
    {
        var options = new WebhookAlertOptions
        {
            TimeProvider = Time,
            ThresholdInterval = s_interval,
            LoggerFactory = LoggerFactory.Create(logging => logging.AddProvider(new FakeLoggerProvider(Log))),
        };
        configure(options);
        _watcher.Configure(options);
    }

    /// <summary>Lets intervals pass.</summary>
    public void Look(int times = 1)
    {
        for (var i = 0; i < times; i++)
        {
            Time.Advance(s_interval);
        }
    }

    /// <summary>The value that a new incident tells of after the next look; null without one.</summary>
    public string? LookForIncident()
    {
        Look();
        var incidents = Incidents;
        var isNew = incidents.Count > _known;
        _known = incidents.Count;
        return isNew ? incidents[^1].Get<string>("value") : null;
    }

    public async Task EndAsync() => await _watcher.DisposeAsync();

    public void Dispose()
    {
        _watcher.DisposeAsync().AsTask().GetAwaiter().GetResult();
        Meter.Dispose();
        Recorder.Dispose();
    }
}
