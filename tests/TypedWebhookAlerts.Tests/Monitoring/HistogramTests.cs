using CsCheck;
using TypedWebhookAlerts.Monitoring;
using Xunit;

namespace TypedWebhookAlerts.Tests.Monitoring;

/// <summary>Percentiles of a bounded sketch are as near to those of all numbers as promised.</summary>
public sealed class HistogramTests
{
    private const double Promised = 0.032;

    private static readonly Gen<double> s_latency = Gen.Double[-12, 6].Select(exponent => Math.Exp(exponent));

    private static readonly Gen<double> s_any = Gen.OneOf(
        s_latency,
        s_latency.Select(value => -value),
        Gen.Double.Where(double.IsFinite),
        Gen.OneOfConst(0.0, -0.0, double.MaxValue, double.MinValue, double.Epsilon, 1.0, 1e-300));

    [Fact]
    public void APercentileIsNearTheOneOfAllNumbersInTheirOrder()
        => Gen.Select(s_any.Array[1, 500], Gen.OneOf(Gen.OneOfConst(50.0, 90, 95, 99, 99.9, 100), Gen.Double[0.01, 100]))
            .Hold((values, percentile) =>
            {
                var series = new HistogramSeries(percentile);
                Array.ForEach(values, series.Record);

                var shown = series.Take(seconds: 10).Value!.Value;

                var exact = values.Order().ElementAt((int)Math.Ceiling(percentile * values.Length / 100) - 1);
                Assert.True(
                    Math.Abs(shown - exact) <= (Math.Abs(exact) * Promised) + 1e-307, $"{shown} for {exact}");
            });

    [Fact]
    public void WhatWasTakenIsNotInTheNextInterval()
    {
        var series = new HistogramSeries(95);
        series.Record(1000);
        series.Take(seconds: 10);
        Assert.Null(series.Take(seconds: 10).Value);
        series.Record(1);

        Assert.Equal(1, series.Take(seconds: 10).Value!.Value, tolerance: Promised);
    }

    [Fact]
    public async Task ManyThreadsLoseNothing()
    {
        const int Threads = 4;
        const int Each = 50_000;
        var counts = new BucketCounts();
        var taken = new List<(int Bucket, long Count)>();
        var writers = Enumerable.Range(1, Threads).Select(thread => Task.Run(() =>
        {
            for (var i = 0; i < Each; i++)
            {
                counts.Count(LogBuckets.Of((i % 5) * thread * (i % 2 == 0 ? 1 : -1000)));
            }
        })).ToArray();

        var all = Task.WhenAll(writers);
        while (!all.IsCompleted)
        {
            counts.TakeTo(taken);
        }

        await all;
        counts.TakeTo(taken);

        Assert.Equal(Threads * Each, taken.Sum(bucket => bucket.Count));
    }

    [Fact]
    public async Task ASumOfManyThreadsLosesNothing()
    {
        const int Threads = 4;
        const int Each = 100_000;
        var sum = new StripedSum();
        var total = 0.0;
        var writers = Enumerable.Range(1, Threads).Select(_ => Task.Run(() =>
        {
            for (var i = 0; i < Each; i++)
            {
                sum.Add(1);
            }
        })).ToArray();

        var all = Task.WhenAll(writers);
        while (!all.IsCompleted)
        {
            total += sum.Take();
        }

        await all;
        total += sum.Take();

        Assert.Equal(Threads * Each, total);
    }

    [Fact]
    public async Task ManyThreadsFindTheSameGroups()
    {
        const int Threads = 4;
        const int Each = 50_000;
        const int Groups = 150;
        var rule = new ThresholdRule("name", "title", "meter", "instrument") { IsAbove = true, Limit = 1, Until = 1 };
        var groups = new MetricGroups(["group"], () => (new LevelSeries(), new Breach(rule)));

        await Task.WhenAll(Enumerable.Range(0, Threads).Select(_ => Task.Run(() =>
        {
            for (var i = 0; i < Each; i++)
            {
                groups.Record(1, [KeyValuePair.Create<string, object?>("group", i % Groups)]);
            }
        })));

        var all = groups.All.ToList();
        Assert.Equal(Groups, all.Count);
        Assert.Equal(Threads * Each, all.Sum(group => group.Series.Take(seconds: 1).Value));
        Assert.False(groups.HasOverflowed);
    }
}
