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

    /// <summary>The instrument, or the meter, that was probably meant by one that is not there.</summary>
    /// <returns>Null if no name is near.</returns>
    public static string? FindNearest(string meter, string instrument)
    {
        var all = All();
        var ofMeter = all.Where(known => known.Meter.Name == meter).ToList();
        return ofMeter.Count > 0
            ? NearestName.Find(instrument, ofMeter.Select(known => known.Name).Where(name => name != instrument))
            : NearestName.Find(meter, all.Select(known => known.Meter.Name));
    }
}
