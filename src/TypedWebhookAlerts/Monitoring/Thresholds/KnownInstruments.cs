using System.Diagnostics.Metrics;

namespace TypedWebhookAlerts.Monitoring;

/// <summary>The instruments that there are in the process at this moment.</summary>
internal static class KnownInstruments
{
    public static IReadOnlyList<Instrument> All()
    {
        var instruments = new List<Instrument>();
        var gate = new Lock();
        using var listener = new MeterListener();

        // Another thread may publish one meanwhile.
        listener.InstrumentPublished = (instrument, _) =>
        {
            lock (gate)
            {
                instruments.Add(instrument);
            }
        };
        listener.Start();
        lock (gate)
        {
            return [.. instruments];
        }
    }

    /// <summary>A question to end a message with: the instrument that was meant, if one is near.</summary>
    public static string Hint(string meter, string instrument)
    {
        var all = All();
        var ofMeter = all.Where(known => known.Meter.Name == meter).ToList();
        return ofMeter.Count > 0
            ? NearestName.Hint(instrument, ofMeter.Select(known => known.Name).Where(name => name != instrument))
            : NearestName.Hint(meter, all.Select(known => known.Meter.Name));
    }
}
