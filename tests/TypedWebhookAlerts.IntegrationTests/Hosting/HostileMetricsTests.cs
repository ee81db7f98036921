using System.Diagnostics.Metrics;
using System.Globalization;
using TypedWebhookAlerts.IntegrationTests.Scenarios;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Hosting;

/// <summary>Instruments that misbehave while a host watches them.</summary>
public sealed class HostileMetricsTests
{
    private static readonly TimeSpan s_minute = TimeSpan.FromMinutes(1);

    private static readonly (string, string?)[] s_watched =
        [("x:Meter", "{meter}"), ("x:Instrument", "x"), ("x:Above", "10"), ("x:Until", "5")];

    [Fact]
    public async Task AnInstrumentThatThrowsWhenItIsAskedIsToldOnceAndTheOthersAreWatched()
    {
        await using var host = await WatchedHost.StartAsync(s_watched);
        var throws = true;
        host.Meter.CreateObservableGauge("bad", () => throws ? throw new NotSupportedException() : 1);
        host.Meter.CreateObservableGauge("x", () => throws ? throw new NotSupportedException("https://secret") : 20);
        host.Look(6);
        Assert.Empty(host.Incidents);
        throws = false;
        host.Look(2);

        Assert.Single(host.Incidents);
        Assert.Single(host.Run.Warnings(), said => said.Contains("NotSupportedException", StringComparison.Ordinal));
        Assert.DoesNotContain(host.Run.Warnings(), said => said.Contains("secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ABombOfTagsStaysWithinItsBounds()
    {
        await using var host = await WatchedHost.StartAsync([.. s_watched, ("x:GroupBy", "tag,other")]);
        var gauge = host.Meter.CreateGauge<double>("x");
        for (var i = 0; i < 100_000; i++)
        {
            gauge.Record(1, new("tag", i.ToString(CultureInfo.InvariantCulture)), new("other", new object()));
        }

        gauge.Record(20, new("tag", 5), new("other", new Troublemaker(() => throw new NotSupportedException())));
        host.Look(2);

        Assert.Single(Warnings(host));
        Assert.Empty(host.Incidents);

        // What is silent is forgotten: then there is room again.
        host.Run.Run(TimeSpan.FromMinutes(10));
        gauge.Record(
            20,
            new("tag", new string('x', 100_000)),
            new("other", new Troublemaker(() => throw new NotSupportedException())));
        host.Look(2);
        Assert.Single(host.Incidents);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(double.MaxValue)]
    public async Task WhatIsNoUsefulNumberEndsNoWatching(double value)
    {
        await using var host = await WatchedHost.StartAsync(
            [
                .. s_watched,
                ("level:Meter", "{meter}"), ("level:Instrument", "level"), ("level:Above", "10"),
                ("level:PerSecond", "false"),
                ("spread:Meter", "{meter}"), ("spread:Instrument", "spread"), ("spread:Above", "10"),
            ]);
        var counter = host.Meter.CreateCounter<double>("x");
        var level = host.Meter.CreateUpDownCounter<double>("level");
        var spread = host.Meter.CreateHistogram<double>("spread");
        for (var i = 0; i < 4; i++)
        {
            counter.Add(value);
            level.Add(value);
            spread.Record(value);
        }

        host.Look(40);
        var former = host.Incidents.Count();
        level.Add(-20);
        host.Look(40);
        counter.Add(10_000);
        level.Add(40);
        spread.Record(100);
        host.Look();

        Assert.Equal(former + 3, host.Incidents.Count());
        Assert.Empty(Warnings(host));
    }

    [Fact]
    public async Task MetersThatComeAndGoWhileTheyAreWatchedLeaveNothingBehind()
    {
        await using var host = await WatchedHost.StartAsync(s_watched);
        for (var i = 0; i < 50; i++)
        {
            using var meter = new Meter(host.Meter.Name);
            var gauge = meter.CreateGauge<int>("x");
            gauge.Record(20);
            host.Look();
            Assert.True(gauge.Enabled);
        }

        Assert.Single(host.Incidents);
        using var last = new Meter(host.Meter.Name);
        var other = last.CreateGauge<int>("x");
        await host.Run.StopAsync(CancellationToken.None);
        await host.Run.Pipeline.DisposeAsync();

        Assert.False(other.Enabled);
    }

    [Fact]
    public async Task ACallbackThatAlertsRecordsReloadsAndPublishesDoesNotHangOrGoRound()
    {
        await using var host = await WatchedHost.StartAsync(
            [.. s_watched, ("y:Meter", "{meter}"), ("y:Instrument", "y"), ("y:Above", "10")]);
        var counter = host.Meter.CreateCounter<int>("y");
        var calls = 0;
        host.Meter.CreateObservableGauge("x", () =>
        {
            calls++;
            host.Run.Pipeline.Numbered(1);
            counter.Add(1000);
            host.Meter.CreateCounter<int>("new" + calls);
            host.Reload(("x:Above", (10 + (calls % 2)).ToString(CultureInfo.InvariantCulture)));
            _ = host.Run.Pipeline.Ledger;
            return 20;
        });
        host.Run.Run(s_minute);
        Assert.True(host.Run.Flush());

        Assert.InRange(calls, 5, 8);
        Assert.Empty(Warnings(host));
        Assert.Equal(0, host.Run.Pipeline.Ledger.Dropped);
    }

    [Fact]
    public async Task ACallbackThatHangsKeepsNoHostFromItsStop()
    {
        using var hang = new ManualResetEventSlim();
        using var isHeld = new ManualResetEventSlim();
        var host = await WatchedHost.StartAsync(s_watched);
        var isHostile = true;
        var gauge = host.Meter.CreateObservableGauge("x", () =>
        {
            if (Volatile.Read(ref isHostile))
            {
                isHeld.Set();
                hang.Wait(CancellationToken.None);
            }

            return 20;
        });
        var look = Task.Run(() => host.Run.Time.Advance(TimeSpan.FromSeconds(10)), CancellationToken.None);
        isHeld.Wait(CancellationToken.None);

        host.Run.Pipeline.Numbered(1);
        await host.Run.StopAsync(CancellationToken.None);
        Assert.Equal(1, host.Run.Pipeline.Ledger.Delivered);
        await host.DisposeAsync();

        Volatile.Write(ref isHostile, false);
        hang.Set();
        await look;
        Assert.False(gauge.Enabled);
    }

    [Fact]
    public async Task MeasurementsFromManyThreadsWhileThresholdsAreReloadedAndTheHostStops()
    {
        var host = await WatchedHost.StartAsync([.. s_watched, ("x:GroupBy", "tag")]);
        using var ended = new CancellationTokenSource();
        var histogram = host.Meter.CreateHistogram<double>("x");
        var recording = Enumerable.Range(0, 3).Select(thread => Task.Run(() =>
        {
            for (var i = 0; !ended.IsCancellationRequested && i < 200_000; i++)
            {
                histogram.Record(i % 30, new KeyValuePair<string, object?>("tag", i % 300));
            }
        }, CancellationToken.None)).ToArray();

        for (var i = 0; i < 20; i++)
        {
            host.Reload(("x:Above", (10 + i).ToString(CultureInfo.InvariantCulture)));
            host.Run.Time.Advance(TimeSpan.FromSeconds(10));
        }

        await host.DisposeAsync();
        Assert.False(histogram.Enabled);
        await ended.CancelAsync();
        await Task.WhenAll(recording);
        Assert.DoesNotContain(host.Run.Warnings(), said => said.Contains("defect", StringComparison.Ordinal));
    }

    /// <summary>Without that about the route which nothing here is for.</summary>
    private static IEnumerable<string> Warnings(WatchedHost host)
        => host.Run.Warnings().Where(said => !said.StartsWith("Routes without", StringComparison.Ordinal));
}
