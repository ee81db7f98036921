using System.Diagnostics.Metrics;

namespace TypedWebhookAlerts.Monitoring;

/// <summary>Tells the kinds of instruments apart, without reflection.</summary>
internal static class InstrumentKinds
{
    /// <summary>The kind; null of an instrument that somebody else has invented.</summary>
    public static InstrumentKind? Of(Instrument instrument)
        => Of<long>(instrument)
            ?? Of<double>(instrument)
            ?? Of<int>(instrument)
            ?? Of<float>(instrument)
            ?? Of<decimal>(instrument)
            ?? Of<short>(instrument)
            ?? Of<byte>(instrument);

    private static InstrumentKind? Of<T>(Instrument instrument)
        where T : struct
        => instrument switch
        {
            Counter<T> => InstrumentKind.Counter,
            UpDownCounter<T> => InstrumentKind.UpDownCounter,
            Gauge<T> => InstrumentKind.Gauge,
            Histogram<T> => InstrumentKind.Histogram,
            ObservableCounter<T> => InstrumentKind.ObservableCounter,
            ObservableUpDownCounter<T> => InstrumentKind.ObservableUpDownCounter,
            ObservableGauge<T> => InstrumentKind.ObservableGauge,
            _ => null,
        };
}
