using System.Diagnostics.Metrics;
using TypedWebhookAlerts.IntegrationTests.Secrecy.Searching;

namespace TypedWebhookAlerts.IntegrationTests.Secrecy.Sinks;

/// <summary>Listens to every instrument of every meter, and looks at each tag of each measurement.</summary>
internal sealed class MetricSink : IDisposable
{
    public const string Name = "metric";

    private readonly SecretSearch _search;
    private readonly MeterListener _listener = new();

    public MetricSink(SecretSearch search)
    {
        _search = search;
        _listener.InstrumentPublished = Enable;
        Listen<byte>();
        Listen<short>();
        Listen<int>();
        Listen<long>();
        Listen<float>();
        Listen<double>();
        Listen<decimal>();
        _listener.Start();
    }

    /// <summary>Asks those that are asked.</summary>
    public void Collect() => _listener.RecordObservableInstruments();

    public void Dispose() => _listener.Dispose();

    private void Enable(Instrument instrument, MeterListener listener)
    {
        var name = $"{instrument.Meter.Name} {instrument.Name}";
        _search.Look(Name, "name", name);
        _search.Look(Name, $"{name}: description", $"{instrument.Unit} {instrument.Description}");
        _search.LookInto(Name, $"{name}: tags", instrument.Tags);
        _search.LookInto(Name, $"{name}: meter", instrument.Meter);
        listener.EnableMeasurementEvents(instrument);
    }

    private void Listen<T>()
        where T : struct
        => _listener.SetMeasurementEventCallback<T>((instrument, _, tags, _) =>
        {
            foreach (var (key, value) in tags)
            {
                _search.Look(Name, $"{instrument.Name}: tag", key);
                _search.LookInto(Name, $"{instrument.Name}: {key}", value);
            }
        });
}
