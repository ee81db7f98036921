using System.Diagnostics.Metrics;
using TypedWebhookAlerts.Tests.Capture;
using Xunit;

namespace TypedWebhookAlerts.Tests.Monitoring;

/// <summary>What is watched is recorded on the application's own threads.</summary>
public sealed class RecordingCostTests : IDisposable
{
    private readonly Watched _watched = new();

    [Fact]
    public void OnceWarmRecordingAllocatesNothing()
    {
        var counter = _watched.Meter.CreateCounter<int>("counter");
        var level = _watched.Meter.CreateUpDownCounter<long>("level");
        var gauge = _watched.Meter.CreateGauge<double>("gauge");
        var histogram = _watched.Meter.CreateHistogram<double>("histogram");
        var grouped = _watched.Meter.CreateCounter<long>("grouped");
        object shard = 7;
        _watched.Configure(options =>
        {
            foreach (var instrument in (string[])["counter", "level", "gauge", "histogram"])
            {
                options.Thresholds[instrument] = _watched.Threshold(instrument, above: 1e9);
            }

            options.Thresholds["grouped"] = _watched.Threshold("grouped", above: 1e9);
            options.Thresholds["grouped"].GroupBy.Add("region");
            options.Thresholds["grouped"].GroupBy.Add("shard");
        });

        Assert.Equal(0, Allocations.Least(() =>
        {
            for (var i = 0; i < 1000; i++)
            {
                counter.Add(1);
                level.Add(-1);
                gauge.Record(i);
                histogram.Record(i * 0.001);
                grouped.Add(
                    1, KeyValuePair.Create("region", (object?)"eu"), KeyValuePair.Create("shard", (object?)shard));
            }
        }));
    }

    public void Dispose() => _watched.Dispose();
}
