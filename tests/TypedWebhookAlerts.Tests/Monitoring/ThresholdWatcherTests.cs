using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Xunit;

namespace TypedWebhookAlerts.Tests.Monitoring;

/// <summary>What a watcher tells, when, and how it takes new options.</summary>
public sealed class ThresholdWatcherTests : IDisposable
{
    private readonly Watched _watched = new();

    [Fact]
    public void ABreachIsThePerformanceAlertWithWhatTheThresholdSays()
    {
        var gauge = _watched.Meter.CreateGauge<double>("gc.pause", "s", "How long it paused.");
        _watched.Configure(options =>
        {
            options.Thresholds["Pause"] = _watched.Threshold("gc.pause", above: 0.25);
            options.Thresholds["Pause"].For = TimeSpan.FromSeconds(20);
            options.Thresholds["Pause"].Level = LogLevel.Critical;
        });

        gauge.Record(0.5);
        _watched.Look(3);

        var told = Assert.Single(_watched.Incidents);
        Assert.Equal(
            ("Pause", "500 ms", "above 250 ms for 20 s", "How long it paused."),
            (
                told.Get<string>("metric"),
                told.Get<string>("value"),
                told.Get<string>("threshold"),
                told.Get<string>("details")));
        Assert.Equal((LogLevel.Critical, "TypedWebhookAlerts.StandardAlerts.Performance"), (told.Level, told.Name));
    }

    [Fact]
    public void DetailsOfTheThresholdReplaceTheInstrumentsDescription()
    {
        _watched.Meter.CreateObservableGauge("load", () => 2, description: "The load.");
        var threshold = _watched.Threshold("load", above: 1);
        threshold.Details = "Start another worker.";
        _watched.Watch(threshold);

        _watched.Look();

        Assert.Equal("Start another worker.", Assert.Single(_watched.Incidents).Get<string>("details"));
    }

    [Fact]
    public void WhatGetsWorseIsToldAgainAndWhatLastsIsNot()
    {
        var load = 110;
        _watched.Meter.CreateObservableGauge("load", () => load);
        _watched.Watch(_watched.Threshold("load", above: 100));
        _watched.Look(20);
        load = 112;
        _watched.Look(20);
        load = 200;
        _watched.Look(20);
        load = 1;
        _watched.Look();

        var told = Assert.Single(_watched.Incidents);
        Assert.Equal(["Now 200, the highest so far."], told.Updates);
        Assert.Equal("Back at 1; the highest was 200.", told.Resolution);
    }

    [Fact]
    public void NumbersAreWrittenInTheCultureThatIsSet()
    {
        _watched.Meter.CreateObservableGauge("load", () => 1.5);
        _watched.Configure(options =>
        {
            options.Culture = MetricTextTests.German;
            options.Thresholds["load"] = _watched.Threshold("load", above: 1.25);
        });

        _watched.Look();

        Assert.Equal("above 1,25", Assert.Single(_watched.Incidents).Get<string>("threshold"));
    }

    [Fact]
    public void WhatTheCultureBecomesAfterwardsChangesNothing()
    {
        var culture = (CultureInfo)MetricTextTests.German.Clone();
        _watched.Meter.CreateObservableGauge("load", () => 1.5);
        _watched.Configure(options =>
        {
            options.Culture = culture;
            options.Thresholds["load"] = _watched.Threshold("load", above: 1.25);
        });

        culture.NumberFormat.NumberDecimalSeparator = "?";
        _watched.Look();

        Assert.Equal("1,5", Assert.Single(_watched.Incidents).Get<string>("value"));
    }

    [Fact]
    public void AnInstrumentThatDoesNotAppearIsToldOfAfterAMinuteWithTheNameThatWasProbablyMeant()
    {
        _watched.Meter.CreateGauge<int>("queue.length");
        _watched.Configure(options =>
        {
            options.Thresholds["Queue"] = _watched.Threshold("queue.lenght", above: 1);
            options.Thresholds["Elsewhere"] = new() { Meter = _watched.Name + "s", Instrument = "load", Above = 1 };
        });

        _watched.Look(5);
        Assert.Empty(_watched.Log.GetSnapshot());
        _watched.Look(100);

        Assert.Equal(
            [
                $"Threshold 'Elsewhere' waits for instrument 'load' of meter '{_watched.Name}s', which has not "
                    + $"appeared within a minute. Is it '{_watched.Name}'? It is watched as soon as it appears.",
                $"Threshold 'Queue' waits for instrument 'queue.lenght' of meter '{_watched.Name}', which has not "
                    + "appeared within a minute. Is it 'queue.length'? It is watched as soon as it appears.",
            ],
            _watched.Log.GetSnapshot().Select(record => record.Message).Order(StringComparer.Ordinal));
        Assert.All(
            _watched.Log.GetSnapshot(), record => Assert.Equal((LogLevel.Warning, 87), (record.Level, record.Id.Id)));

        // It is waited for all the same.
        _watched.Meter.CreateGauge<int>("queue.lenght").Record(2);
        Assert.Equal("2", _watched.LookForIncident());
    }

    [Fact]
    public void AnObservableInstrumentThatThrowsIsToldOfOnceAndTheOthersAreWatched()
    {
        _watched.Meter.CreateObservableGauge<int>(
            "broken", new Func<int>(() => throw new UnreachableException("secret")));
        _watched.Meter.CreateObservableGauge("load", () => 2);
        _watched.Configure(options =>
        {
            options.Thresholds["broken"] = _watched.Threshold("broken", above: 1);
            options.Thresholds["load"] = _watched.Threshold("load", above: 1);
        });

        _watched.Look(3);

        Assert.Single(_watched.Incidents);
        var said = Assert.Single(_watched.Log.GetSnapshot());
        Assert.Equal(
            "Observable instruments that thresholds watch have failed (UnreachableException): they are asked again. "
                + "This is said once.",
            said.Message);
    }

    [Fact]
    public void AnInstrumentWhoseCallbackTakesLongIsNotAskedAgainMeanwhile()
    {
        var calls = 0;
        _watched.Meter.CreateObservableGauge("load", () =>
        {
            calls++;
            _watched.Time.Advance(TimeSpan.FromMinutes(1));
            return 2;
        });
        _watched.Watch(_watched.Threshold("load", above: 1));

        _watched.Look();

        Assert.Equal(1, calls);
        Assert.Single(_watched.Incidents);
    }

    [Fact]
    public void OptionsThatComeDuringALookAreTakenAfterIt()
    {
        var load = _watched.Meter.CreateGauge<int>("load");
        _watched.Meter.CreateObservableGauge("trigger", () =>
        {
            _watched.Watch(_watched.Threshold("load", above: 5));
            return 2;
        });
        _watched.Watch(_watched.Threshold("trigger", above: 1));

        _watched.Look();
        Assert.Equal("Its threshold was changed.", Assert.Single(_watched.Incidents).Resolution);
        load.Record(6);
        _watched.Look();

        Assert.Equal("6", _watched.Incidents[^1].Get<string>("value"));
    }

    [Fact]
    public void OneThatIsRemovedIsNoLongerWatchedAndItsIncidentSaysSo()
    {
        var load = _watched.Meter.CreateGauge<int>("load");
        _watched.Watch(_watched.Threshold("load", above: 1));
        load.Record(2);
        Assert.NotNull(_watched.LookForIncident());

        _watched.Configure(options => { });

        Assert.Equal("It is no longer watched.", _watched.Incidents[0].Resolution);
        Assert.False(load.Enabled);
        Assert.Null(_watched.Time.NextDue);
        load.Record(3);
        Assert.Null(_watched.LookForIncident());
    }

    [Fact]
    public void OneThatIsChangedBeginsAnewAndOneThatIsNotGoesOn()
    {
        var load = _watched.Meter.CreateGauge<int>("load");
        Configure(limit: 1);
        load.Record(5);
        _watched.Look();

        Configure(limit: 2);
        Assert.Equal("Its threshold was changed.", Of("changed").Resolution);
        Assert.False(Of("kept").IsResolved);
        load.Record(6);
        _watched.Look();

        Assert.Equal(3, _watched.Incidents.Count);
        Assert.Equal(["above 1", "above 2"], _watched.Incidents
            .Where(alert => alert.Get<string>("metric") == "changed").Select(alert => alert.Get<string>("threshold")));

        Testing.RecordedAlert Of(string name)
            => Assert.Single(
                _watched.Incidents, alert => alert.Get<string>("metric")!.StartsWith(name, StringComparison.Ordinal));

        void Configure(double limit) => _watched.Configure(options =>
        {
            options.Thresholds["kept"] = _watched.Threshold("load", above: 1);
            options.Thresholds["kept"].GroupBy.Add("shard");
            options.Thresholds["changed"] = _watched.Threshold("load", above: limit);
        });
    }

    [Fact]
    public void OneThatIsAddedIsWatchedAtOnceThoughItsInstrumentWasThereBefore()
    {
        var load = _watched.Meter.CreateGauge<int>("load");
        var queue = _watched.Meter.CreateGauge<int>("queue");
        _watched.Watch(_watched.Threshold("load", above: 1));
        _watched.Look();

        _watched.Configure(options =>
        {
            options.Thresholds["watched"] = _watched.Threshold("load", above: 1);
            options.Thresholds["queue"] = _watched.Threshold("queue", above: 1);
            options.Thresholds["also"] = _watched.Threshold("load", above: 3);
        });
        load.Record(4);
        queue.Record(2);
        _watched.Look();

        Assert.Equal(
            ["also", "queue", "watched"],
            _watched.Incidents.Select(alert => alert.Get<string>("metric")!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void ANewIntervalIsTakenAndOtherReloadsDoNotPutTheNextLookOff()
    {
        _watched.Meter.CreateObservableGauge("load", () => 2);
        var threshold = _watched.Threshold("load", above: 1);
        _watched.Watch(threshold);
        var due = _watched.Time.NextDue;

        _watched.Time.Advance(TimeSpan.FromSeconds(7));
        _watched.Watch(threshold);
        Assert.Equal(due, _watched.Time.NextDue);
        _watched.Configure(options =>
        {
            options.ThresholdInterval = TimeSpan.FromSeconds(1);
            options.Thresholds["watched"] = threshold;
        });

        Assert.Equal(_watched.Time.GetUtcNow().AddSeconds(1), _watched.Time.NextDue);
    }

    [Fact]
    public void WithoutThresholdsNothingIsWaitedFor()
    {
        _watched.Configure(options => { });

        Assert.Null(_watched.Time.NextDue);
    }

    [Fact]
    public async Task AfterItsEndNothingIsWatchedAndWhatIsOpenStaysOpen()
    {
        var load = _watched.Meter.CreateGauge<int>("load");
        _watched.Watch(_watched.Threshold("load", above: 1));
        load.Record(2);
        Assert.NotNull(_watched.LookForIncident());

        await _watched.EndAsync();
        await _watched.EndAsync();
        _watched.Watch(_watched.Threshold("load", above: 0));

        Assert.False(_watched.Incidents[0].IsResolved);
        Assert.False(load.Enabled);
        Assert.Null(_watched.Time.NextDue);
    }

    [Fact]
    public void AnInstrumentWhoseMeterIsGoneIsNotKept()
    {
        _watched.Watch(_watched.Threshold("load", above: 1));
        var instrument = WatchForAWhile();

        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();

        Assert.False(instrument.IsAlive);

        [MethodImpl(MethodImplOptions.NoInlining)]
        WeakReference WatchForAWhile()
        {
            using var meter = new Meter(_watched.Name);
            var load = meter.CreateGauge<int>("load");
            load.Record(2);
            Assert.NotNull(_watched.LookForIncident());
            return new WeakReference(load);
        }
    }

    [Fact]
    public void ALookBelongsToNobodysActivity()
    {
        using var activity = new Activity("start").Start();
        Activity? seen = activity;
        using var done = new ManualResetEventSlim();
        using var meter = new Meter(_watched.Name);
        meter.CreateObservableGauge("load", () =>
        {
            seen = Activity.Current;
            done.Set();
            return 1;
        });
        _watched.Configure(options =>
        {
            options.TimeProvider = TimeProvider.System;
            options.ThresholdInterval = TimeSpan.FromMilliseconds(1);
            options.Thresholds["load"] = _watched.Threshold("load", above: 1);
        });

        Assert.True(done.Wait(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken));
        Assert.Null(seen);
    }

    public void Dispose() => _watched.Dispose();
}
