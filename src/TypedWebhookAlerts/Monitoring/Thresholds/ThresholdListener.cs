using System.Diagnostics.Metrics;

namespace TypedWebhookAlerts.Monitoring;

/// <summary>The one listener of all thresholds: finds their instruments, whenever these appear, and hands out what they
/// record.</summary>
internal sealed class ThresholdListener : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly Lock _gate = new();
    private readonly Dictionary<Instrument, InstrumentFeed> _feeds = [];
    private IReadOnlyList<ThresholdWatch> _watches = [];
    private bool _isStarted;

    public ThresholdListener()
    {
        _listener.InstrumentPublished = (instrument, _) => Feed(instrument);
        _listener.MeasurementsCompleted = (instrument, _) => Forget(instrument);
        _listener.SetMeasurementEventCallback<byte>(static (_, value, tags, feed) => Record(value, tags, feed));
        _listener.SetMeasurementEventCallback<short>(static (_, value, tags, feed) => Record(value, tags, feed));
        _listener.SetMeasurementEventCallback<int>(static (_, value, tags, feed) => Record(value, tags, feed));
        _listener.SetMeasurementEventCallback<long>(static (_, value, tags, feed) => Record(value, tags, feed));
        _listener.SetMeasurementEventCallback<float>(static (_, value, tags, feed) => Record(value, tags, feed));
        _listener.SetMeasurementEventCallback<double>(static (_, value, tags, feed) => Record(value, tags, feed));
        _listener.SetMeasurementEventCallback<decimal>(
            static (_, value, tags, feed) => Record((double)value, tags, feed));
    }

    /// <summary>Listens for these from now on, and for no others.</summary>
    public void Listen(IReadOnlyList<ThresholdWatch> watches)
    {
        lock (_gate)
        {
            _watches = watches;
        }

        if (!_isStarted)
        {
            // It tells of all instruments that there are, and later of each new one.
            _isStarted = true;
            _listener.Start();
            return;
        }

        foreach (var instrument in KnownInstruments.All())
        {
            Feed(instrument);
        }
    }

    /// <summary>Asks the observable instruments.</summary>
    /// <exception cref="AggregateException">What their callbacks have thrown.</exception>
    public void Observe() => _listener.RecordObservableInstruments();

    public void Dispose() => _listener.Dispose();

    private static void Record(double value, ReadOnlySpan<KeyValuePair<string, object?>> tags, object? feed)
        => ((InstrumentFeed)feed!).Record(value, tags);

    private void Feed(Instrument instrument)
    {
        // The framework calls no one while it holds its own lock, so it may be taken within this one.
        lock (_gate)
        {
            var watches = _watches.Where(watch => watch.TryAttach(instrument)).ToArray();
            if (_feeds.TryGetValue(instrument, out var feed))
            {
                feed.Replace(watches);
                if (watches.Length == 0)
                {
                    _listener.DisableMeasurementEvents(instrument);
                }
            }
            else if (watches.Length > 0)
            {
                _feeds.Add(instrument, feed = new InstrumentFeed(watches));
                _listener.EnableMeasurementEvents(instrument, feed);
            }
        }
    }

    private void Forget(Instrument instrument)
    {
        lock (_gate)
        {
            _feeds.Remove(instrument);
        }
    }
}
