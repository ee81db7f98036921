namespace TypedWebhookAlerts.Monitoring;

/// <summary>The measurements of one group of tags between two looks.</summary>
internal abstract class MetricSeries
{
    /// <summary>Takes a measurement, a finite one, on the thread that records it.</summary>
    public abstract void Record(double value);

    /// <summary>What has come in since the last look. Called by one thread at a time.</summary>
    /// <param name="seconds">The time since then.</param>
    public abstract MetricReading Take(double seconds);

    public static MetricSeries Create(InstrumentKind kind, ThresholdRule rule) => kind switch
    {
        InstrumentKind.Counter when rule.PerSecond => new RateSeries(),
        InstrumentKind.Counter or InstrumentKind.UpDownCounter => new LevelSeries(),
        InstrumentKind.Gauge => new GaugeSeries(),
        InstrumentKind.Histogram => new HistogramSeries(rule.Percentile),
        InstrumentKind.ObservableCounter when rule.PerSecond => new ObservedRateSeries(),
        InstrumentKind.ObservableGauge => new ObservedSeries(rule.Worse),
        _ => new ObservedSeries(static (left, right) => left + right),
    };
}
