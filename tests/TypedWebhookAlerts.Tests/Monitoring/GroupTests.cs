using System.Diagnostics.Metrics;
using Xunit;

namespace TypedWebhookAlerts.Tests.Monitoring;

/// <summary>Every combination of the tags that are named is watched on its own.</summary>
public sealed class GroupTests : IDisposable
{
    private readonly Watched _watched = new();

    [Fact]
    public void EachCombinationHasItsOwnIncident()
    {
        var queue = _watched.Meter.CreateGauge<int>("queue");
        _watched.Watch(Grouped("queue", 10, "shard", "region"));

        queue.Record(11, Tag("region", "eu"), Tag("shard", 1), Tag("other", "x"));
        queue.Record(12, Tag("shard", 2), Tag("region", "eu"));
        queue.Record(9, Tag("shard", 1), Tag("region", "us"));
        queue.Record(13, Tag("shard", 3));
        _watched.Look();
        queue.Record(5, Tag("shard", 2), Tag("region", "eu"), Tag("other", "y"));
        _watched.Look();

        Assert.Equal(
            [
                "watched (shard=1, region=eu): 11, open",
                "watched (shard=2, region=eu): 12, over",
                "watched (shard=3, region=(null)): 13, open",
            ],
            Told().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void GroupsBeyondTheMostAreNotWatchedAndThatIsSaidOnce()
    {
        var queue = _watched.Meter.CreateGauge<int>("queue");
        _watched.Watch(Grouped("queue", 10, "shard"));
        for (var round = 0; round < 2; round++)
        {
            for (var shard = 0; shard < 300; shard++)
            {
                queue.Record(11, Tag("shard", shard));
            }

            _watched.Look();
        }

        Assert.Equal(200, _watched.Incidents.Count);
        var said = Assert.Single(_watched.Log.GetSnapshot());
        Assert.Equal(
            "Threshold 'watched' has more than 200 combinations of shard: the others are not watched. This is said "
                + "once.",
            said.Message);
    }

    [Fact]
    public void OneThatIsNoLongerReportedIsForgottenAndMakesRoom()
    {
        var shards = Enumerable.Range(0, 200).ToList();
        _watched.Meter.CreateObservableGauge(
            "queue", () => shards.Select(shard => new Measurement<int>(11, Tag("shard", shard))));
        _watched.Watch(Grouped("queue", 10, "shard"));
        _watched.Look();
        Assert.Equal(200, _watched.Incidents.Count);

        shards.Remove(0);
        _watched.Look(30);
        Assert.Equal(
            "Not reported for 5 min.", Assert.Single(_watched.Incidents, alert => alert.IsResolved).Resolution);
        shards.Add(999);
        _watched.Look();

        Assert.Equal(201, _watched.Incidents.Count);
        Assert.Equal("watched (shard=999)", _watched.Incidents[^1].Get<string>("metric"));
    }

    [Fact]
    public void WhereLooksAreFarApartThreeOfThemAreSilence()
    {
        var isReported = true;
        _watched.Meter.CreateObservableGauge(
            "queue", () => isReported ? [new Measurement<int>(11)] : Array.Empty<Measurement<int>>());
        var interval = TimeSpan.FromMinutes(4);
        _watched.Configure(options =>
        {
            options.ThresholdInterval = interval;
            options.Thresholds["queue"] = _watched.Threshold("queue", above: 10);
        });
        _watched.Time.Advance(interval);

        isReported = false;
        _watched.Time.Advance(interval);
        _watched.Time.Advance(interval);
        Assert.False(Assert.Single(_watched.Incidents).IsResolved);

        _watched.Time.Advance(interval);
        Assert.Equal("Not reported for 12 min.", Assert.Single(_watched.Incidents).Resolution);
    }

    [Fact]
    public void ALevelIsNotForgottenBeforeItIsZero()
    {
        var connections = _watched.Meter.CreateUpDownCounter<int>("connections");
        _watched.Watch(Grouped("connections", 10, "shard"));
        connections.Add(10, Tag("shard", 1));
        _watched.Look(100);

        connections.Add(1, Tag("shard", 1));

        Assert.Equal("11", _watched.LookForIncident());
    }

    [Fact]
    public void OneThatIsSilentAndNotBeyondMakesRoom()
    {
        var gauge = _watched.Meter.CreateGauge<int>("gauge");
        var counter = _watched.Meter.CreateCounter<int>("counter");
        var level = _watched.Meter.CreateUpDownCounter<int>("level");
        _watched.Configure(options =>
        {
            foreach (var instrument in (string[])["gauge", "counter", "level"])
            {
                options.Thresholds[instrument] = Grouped(instrument, 10, "shard");
            }
        });
        for (var shard = 0; shard < 200; shard++)
        {
            gauge.Record(9, Tag("shard", shard));
            counter.Add(1, Tag("shard", shard));
            level.Add(1, Tag("shard", shard));
            level.Add(-1, Tag("shard", shard));
        }

        _watched.Look(31);
        gauge.Record(11, Tag("shard", 999));
        counter.Add(110, Tag("shard", 999));
        level.Add(11, Tag("shard", 999));
        _watched.Look();

        Assert.Equal(
            ["counter (shard=999): 11/s, open", "gauge (shard=999): 11, open", "level (shard=999): 11, open"],
            Told().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void ACounterWhoseSilenceIsTheBreachIsNotForgotten()
    {
        var orders = _watched.Meter.CreateCounter<int>("orders");
        var threshold = _watched.Threshold("orders", below: 1);
        threshold.GroupBy.Add("shop");
        _watched.Watch(threshold);
        orders.Add(10, Tag("shop", "north"));
        _watched.Look();
        _watched.Look(100);

        Assert.False(Assert.Single(_watched.Incidents).IsResolved);
    }

    [Fact]
    public void AGaugesGroupThatVanishesWhileItIsBeyondIsResolvedAndMayComeBack()
    {
        var latency = _watched.Meter.CreateGauge<int>("latency");
        _watched.Watch(Grouped("latency", 10, "shard"));
        for (var i = 0; i < 3; i++)
        {
            latency.Record(20, Tag("shard", 1));
            _watched.Look();
        }

        _watched.Look(29);
        Assert.False(Assert.Single(_watched.Incidents).IsResolved);
        _watched.Look();
        Assert.Equal("Not reported for 5 min.", Assert.Single(_watched.Incidents).Resolution);

        latency.Record(30, Tag("shard", 1));
        _watched.Look();
        Assert.Equal(
            ["latency (shard=1): 20, over", "latency (shard=1): 30, open"],
            Told().Select(told => told.Replace("watched", "latency", StringComparison.Ordinal)));
    }

    [Fact]
    public void AGaugeThatIsRecordedWhenItChangesStaysBeyondUntilItIsRecordedAgain()
    {
        var isDown = _watched.Meter.CreateGauge<int>("down");
        var queue = _watched.Meter.CreateGauge<int>("queue");
        _watched.Configure(options =>
        {
            options.Thresholds["down"] = Grouped("down", 0, "shard");
            options.Thresholds["queue"] = _watched.Threshold("queue", above: 10);
        });

        // Reports from before the breach say nothing of how it is recorded.
        for (var i = 0; i < 5; i++)
        {
            isDown.Record(0, Tag("shard", 1));
            _watched.Look();
        }

        for (var i = 0; i < 5; i++)
        {
            queue.Record(11);
            _watched.Look();
        }

        isDown.Record(1, Tag("shard", 1));
        _watched.Look(100);

        Assert.Equal(2, _watched.Incidents.Count);
        Assert.All(_watched.Incidents, alert => Assert.False(alert.IsResolved));
    }

    [Fact]
    public void TagsWhoseOwnCodeThrowsHarmNobody()
    {
        var queue = _watched.Meter.CreateGauge<int>("queue");
        _watched.Configure(options =>
        {
            options.Thresholds["grouped"] = Grouped("queue", 10, "shard");
            options.Thresholds["whole"] = _watched.Threshold("queue", above: 10);
        });

        queue.Record(11, Tag("shard", new Hostile(throwsInHash: true)));
        queue.Record(12, Tag("shard", new Hostile(throwsInHash: false)));
        _watched.Look();

        Assert.Equal(
            ["grouped (shard=InvalidOperationException): 12, open", "whole: 12, open"],
            Told().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void ALongValueOfATagIsCut()
    {
        var queue = _watched.Meter.CreateGauge<int>("queue");
        _watched.Watch(Grouped("queue", 10, "shard"));

        queue.Record(11, Tag("shard", new string('x', 99) + "🚨"));
        _watched.Look();

        Assert.Equal($"watched (shard={new string('x', 99)}…): 11, open", Assert.Single(Told()));
    }

    public void Dispose() => _watched.Dispose();

    private static KeyValuePair<string, object?> Tag(string name, object? value) => new(name, value);

    private IEnumerable<string> Told()
        => _watched.Incidents.Select(alert
            => $"{alert.Get<string>("metric")}: {alert.Get<string>("value")}, {(alert.IsResolved ? "over" : "open")}");

    private MetricThreshold Grouped(string instrument, double above, params string[] tags)
    {
        var threshold = _watched.Threshold(instrument, above);
        Array.ForEach(tags, threshold.GroupBy.Add);
        return threshold;
    }

    private sealed class Hostile(bool throwsInHash)
    {
        public override bool Equals(object? obj) => throw new InvalidOperationException();

        public override int GetHashCode() => throwsInHash ? throw new InvalidOperationException() : 1;

        public override string ToString() => throw new InvalidOperationException();
    }
}
