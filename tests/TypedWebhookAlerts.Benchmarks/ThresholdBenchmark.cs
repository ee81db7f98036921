using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging.Abstractions;
using TypedWebhookAlerts.Monitoring;

namespace TypedWebhookAlerts.Benchmarks;

/// <summary>What it costs the application's threads that an instrument is watched: the call that records, alone and
/// while another thread records the same.</summary>
internal static class ThresholdBenchmark
{
    private const int Batch = 4000;

    private static readonly KeyValuePair<string, object?> s_region = new("region", "eu-central");
    private static readonly KeyValuePair<string, object?> s_shard = new("shard", 7);

    public static IReadOnlyList<Measurement> Run()
    {
        using var meter = new Meter("Benchmark");
        var idle = meter.CreateCounter<long>("idle");
        var counter = meter.CreateCounter<long>("counter");
        var gauge = meter.CreateGauge<double>("gauge");
        var histogram = meter.CreateHistogram<double>("histogram");
        var grouped = meter.CreateCounter<long>("grouped");
        var options = new WebhookAlertOptions { LoggerFactory = NullLoggerFactory.Instance };
        foreach (var instrument in (string[])["counter", "gauge", "histogram", "grouped"])
        {
            options.Thresholds[instrument] = new() { Meter = meter.Name, Instrument = instrument, Above = 1e12 };
        }

        options.Thresholds["grouped"].GroupBy.Add("region");
        options.Thresholds["grouped"].GroupBy.Add("shard");
        var watcher = new ThresholdWatcher(new AlertPipeline());
        watcher.Configure(options);
        (string Name, Action<int> Record)[] calls =
        [
            ("counter, not watched", i => idle.Add(i)),
            ("counter", i => counter.Add(i)),
            ("gauge", i => gauge.Record(i)),
            ("histogram", i => histogram.Record(i * 0.001)),
            ("counter, grouped by two tags", i => grouped.Add(i, s_region, s_shard)),
        ];
        var measurements = calls.Select(call => Measure(call.Name, call.Record)).ToList();
        foreach (var (name, record) in calls)
        {
            measurements.Add(Beside(record, () => Measure(name + ", by two threads", record)));
        }

        watcher.DisposeAsync().AsTask().Wait();
        return measurements;
    }

    private static Measurement Measure(string name, Action<int> record)
        => Measurement.Of(
            name,
            Batch,
            calls =>
            {
                for (var i = 0; i < calls; i++)
                {
                    record(i);
                }

                return calls;
            },
            settle: () => { });

    private static Measurement Beside(Action<int> record, Func<Measurement> measure)
    {
        using var isDone = new CancellationTokenSource();
        var other = Task.Run(() =>
        {
            for (var i = 0; !isDone.IsCancellationRequested; i++)
            {
                record(i & 0xFFF);
            }
        });
        var measurement = measure();
        isDone.Cancel();
        other.Wait();
        return measurement;
    }
}
