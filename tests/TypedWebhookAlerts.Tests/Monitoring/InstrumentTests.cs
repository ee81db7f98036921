using System.Diagnostics.Metrics;
using Xunit;

namespace TypedWebhookAlerts.Tests.Monitoring;

/// <summary>What is compared of each kind of instrument, through a watcher in virtual time.</summary>
public sealed class InstrumentTests : IDisposable
{
    private readonly Watched _watched = new();

    [Fact]
    public void OfACounterTheIncreasePerSecondIsCompared()
    {
        var orders = _watched.Meter.CreateCounter<int>("orders");
        _watched.Watch(_watched.Threshold("orders", above: 5));

        orders.Add(50);
        Assert.Null(_watched.LookForIncident());
        orders.Add(30);
        orders.Add(21);
        Assert.Equal("5.1/s", _watched.LookForIncident());
        Assert.False(_watched.Incidents[0].IsResolved);
        _watched.Look();

        Assert.Equal("Back at 0/s; the highest was 5.1/s.", _watched.Incidents[0].Resolution);
    }

    [Fact]
    public void TheSilenceOfACounterIsARateOfZeroFromTheStart()
    {
        var orders = _watched.Meter.CreateCounter<double>("orders");
        _watched.Watch(_watched.Threshold("orders", below: 0.5));

        Assert.Equal("0/s", _watched.LookForIncident());
        _watched.Look(60);
        Assert.False(Assert.Single(_watched.Incidents).IsResolved);
        orders.Add(5);
        _watched.Look();

        Assert.True(_watched.Incidents[0].IsResolved);
    }

    [Fact]
    public void ACounterThatIsNotReadPerSecondIsItsTotal()
    {
        var orders = _watched.Meter.CreateCounter<int>("orders");
        var threshold = _watched.Threshold("orders", above: 5);
        threshold.PerSecond = false;
        _watched.Watch(threshold);

        orders.Add(5);
        Assert.Null(_watched.LookForIncident());
        orders.Add(1);
        Assert.Equal("6", _watched.LookForIncident());
    }

    [Fact]
    public void OfAnUpDownCounterTheLevelIsCompared()
    {
        var connections = _watched.Meter.CreateUpDownCounter<long>("connections");
        _watched.Watch(_watched.Threshold("connections", above: 10));

        connections.Add(12);
        connections.Add(-2);
        Assert.Null(_watched.LookForIncident());
        connections.Add(1);
        Assert.Equal("11", _watched.LookForIncident());
        _watched.Look(60);
        Assert.False(_watched.Incidents[0].IsResolved);
        connections.Add(-1);
        _watched.Look();

        Assert.True(_watched.Incidents[0].IsResolved);
    }

    [Fact]
    public void OfAGaugeTheLastValueIsComparedUntilThereIsAnother()
    {
        var temperature = _watched.Meter.CreateGauge<float>("temperature", "Cel");
        _watched.Watch(_watched.Threshold("temperature", above: 80));

        Assert.Null(_watched.LookForIncident());
        temperature.Record(99);
        temperature.Record(80);
        Assert.Null(_watched.LookForIncident());
        temperature.Record(81.5f);
        Assert.Equal("81.5 Cel", _watched.LookForIncident());
        _watched.Look(60);
        Assert.False(_watched.Incidents[0].IsResolved);
        temperature.Record(20);
        _watched.Look();

        Assert.True(_watched.Incidents[0].IsResolved);
    }

    [Fact]
    public void OfAHistogramThePercentileOfTheIntervalIsCompared()
    {
        var latency = _watched.Meter.CreateHistogram<double>("latency", "s");
        var threshold = _watched.Threshold("latency", above: 2);
        threshold.Percentile = 90;
        _watched.Watch(threshold);

        Record(slow: 10);
        Assert.Null(_watched.LookForIncident());
        Record(slow: 11);
        Assert.Equal("3.062 s", _watched.LookForIncident());
        Assert.Equal("latency of " + _watched.Name + " (percentile 90)", _watched.Incidents[0].Get<string>("details"));
        Record(slow: 0);
        _watched.Look();

        Assert.True(_watched.Incidents[0].IsResolved);

        void Record(int slow)
        {
            for (var i = 0; i < 100; i++)
            {
                latency.Record(i < slow ? 3 : 0.1);
            }
        }
    }

    [Fact]
    public void OfAnObservableCounterTheIncreasePerSecondIsComparedFromTheSecondLookOn()
    {
        var total = 1_000_000L;
        _watched.Meter.CreateObservableCounter("orders", () => total);
        _watched.Watch(_watched.Threshold("orders", above: 5));

        Assert.Null(_watched.LookForIncident());
        total += 50;
        Assert.Null(_watched.LookForIncident());
        total += 60;
        Assert.Equal("6/s", _watched.LookForIncident());
    }

    [Fact]
    public void AnObservableCounterThatBeginsAnewSaysNothingForOneInterval()
    {
        var total = 1000L;
        _watched.Meter.CreateObservableCounter("orders", () => total);
        _watched.Watch(_watched.Threshold("orders", above: 5));
        _watched.Look();
        total += 60;
        Assert.Equal("6/s", _watched.LookForIncident());

        total = 900;
        _watched.Look();
        Assert.False(_watched.Incidents[0].IsResolved);
        total += 10;
        _watched.Look();

        Assert.Equal("Back at 1/s; the highest was 6/s.", _watched.Incidents[0].Resolution);
    }

    [Fact]
    public void WhatAnObservableCounterDidNotReportIsSpreadOverTheTimeThatPassed()
    {
        long? total = 0;
        _watched.Meter.CreateObservableCounter<long>(
            "orders", () => total is { } known ? [new Measurement<long>(known)] : []);
        _watched.Watch(_watched.Threshold("orders", above: 5));
        _watched.Look();

        total = null;
        _watched.Look();
        total = 100;
        Assert.Null(_watched.LookForIncident());
        total = 160;
        Assert.Equal("6/s", _watched.LookForIncident());
    }

    [Fact]
    public void ThePartsOfAnObservableUpDownCounterAreAddedUp()
    {
        _watched.Meter.CreateObservableUpDownCounter<int>(
            "heap.size", () => [Part(600, "gen0"), Part(500, "gen1")], unit: "By");
        _watched.Watch(_watched.Threshold("heap.size", above: 1024));

        Assert.Equal("1.074 KiB", _watched.LookForIncident());
    }

    [Theory]
    [InlineData(70.0, null, "75")]
    [InlineData(null, 30.0, "25")]
    public void OfSeveralValuesOfAnObservableGaugeTheOneFarthestBeyondCounts(double? above, double? below, string shown)
    {
        _watched.Meter.CreateObservableGauge<int>("load", () => [Part(50, "a"), Part(75, "b"), Part(25, "c")]);
        _watched.Watch(_watched.Threshold("load", above, below));

        Assert.Equal(shown, _watched.LookForIncident());
    }

    [Fact]
    public void EveryTypeOfNumberIsTaken()
    {
        Check<byte>(_watched.Meter.CreateGauge<byte>("byte"), 11);
        Check<short>(_watched.Meter.CreateGauge<short>("short"), 11);
        Check(_watched.Meter.CreateGauge<int>("int"), 11);
        Check(_watched.Meter.CreateGauge<long>("long"), 11);
        Check(_watched.Meter.CreateGauge<float>("float"), 11);
        Check(_watched.Meter.CreateGauge<double>("double"), 11);
        Check(_watched.Meter.CreateGauge<decimal>("decimal"), 11);

        void Check<T>(Gauge<T> gauge, T value)
            where T : struct
        {
            _watched.Watch(_watched.Threshold(gauge.Name, above: 10));
            gauge.Record(value);
            Assert.Equal("11", _watched.LookForIncident());
        }
    }

    [Fact]
    public void ValuesThatAreNoFiniteNumbersAreIgnored()
    {
        var gauge = _watched.Meter.CreateGauge<double>("gauge");
        _watched.Watch(_watched.Threshold("gauge", above: 10));

        gauge.Record(9);
        gauge.Record(double.NaN);
        gauge.Record(double.PositiveInfinity);
        gauge.Record(double.NegativeInfinity);
        Assert.Null(_watched.LookForIncident());
        gauge.Record(11);
        gauge.Record(double.NaN);

        Assert.Equal("11", _watched.LookForIncident());
    }

    [Fact]
    public void InstrumentsOfOneNameAreOneAndOneThatAppearsLaterIsFound()
    {
        _watched.Watch(_watched.Threshold("orders", above: 5));
        _watched.Look();
        using var other = new Meter(_watched.Name);
        var first = _watched.Meter.CreateCounter<int>("orders");
        var second = other.CreateCounter<long>("orders");
        _watched.Meter.CreateGauge<int>("orders").Record(1000);

        first.Add(30);
        second.Add(30);

        Assert.Equal("6/s", _watched.LookForIncident());
    }

    [Fact]
    public void AnInstrumentOfAnotherMeterIsNotWatched()
    {
        using var other = new Meter(_watched.Name + ".Other");
        _watched.Watch(_watched.Threshold("orders", above: 5));

        other.CreateCounter<int>("orders").Add(1000);

        Assert.Null(_watched.LookForIncident());
    }

    [Fact]
    public void AHistogramThatFallsSilentKeepsItsBreachAndIsForgottenAfterFiveMinutes()
    {
        var latency = _watched.Meter.CreateHistogram<double>("latency", "s");
        _watched.Watch(_watched.Threshold("latency", above: 2));
        latency.Record(3);
        Assert.NotNull(_watched.LookForIncident());

        _watched.Look(29);
        Assert.False(_watched.Incidents[0].IsResolved);
        _watched.Look();

        Assert.Equal("Not reported for 5 min.", _watched.Incidents[0].Resolution);
        latency.Record(3);
        Assert.NotNull(_watched.LookForIncident());
    }

    [Fact]
    public void AfterItsMeterIsDisposedAnObservableInstrumentIsNoLongerReported()
    {
        _watched.Meter.CreateObservableGauge("load", () => 99);
        _watched.Watch(_watched.Threshold("load", above: 2));
        Assert.Equal("99", _watched.LookForIncident());

        _watched.Meter.Dispose();
        _watched.Look(30);

        Assert.True(_watched.Incidents[0].IsResolved);
    }

    public void Dispose() => _watched.Dispose();

    private static Measurement<int> Part(int value, string name)
        => new(value, KeyValuePair.Create<string, object?>("part", name));
}
