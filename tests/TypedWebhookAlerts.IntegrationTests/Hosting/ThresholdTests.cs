using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TypedWebhookAlerts.Testing;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Hosting;

/// <summary>Metrics are watched by a real host, from its configuration.</summary>
public sealed class ThresholdTests
{
    private const int Orange = 0xFFA500;

    [Fact]
    public async Task ABreachIsAPerformanceAlertThatIsResolvedWhenTheValueFallsBack()
    {
        await using var host = await WatchedHost.StartAsync(
            ("Queue:Meter", "{meter}"),
            ("Queue:Instrument", "queue.length"),
            ("Queue:Above", "100"),
            ("Queue:Until", "50"),
            ("Queue:For", "00:00:20"),
            ("Queue:Details", "Start another worker."));
        var length = 0;
        host.Meter.CreateObservableGauge("queue.length", () => length);

        length = 150;
        host.Look(2);
        Assert.Empty(host.Incidents);
        host.Look(1);
        var embed = Assert.Single(host.Run.Embeds);
        Assert.Equal(("📊 Performance Alert", Orange), (embed.Title, embed.Color));
        Assert.Equal(
            [
                new SimulatedField("Metric", "Queue", true),
                new SimulatedField("Value", "150", true),
                new SimulatedField("Threshold", "above 100 for 20 s", true),
                new SimulatedField("Details", "Start another worker.", false),
            ],
            embed.Fields);
        Assert.StartsWith("HostRun Performance Monitor", embed.Footer, StringComparison.Ordinal);
        Assert.Equal(1, host.Run.Pipeline.Ledger.Routes["performance"].Delivered);

        length = 300;
        host.Look(3);
        length = 60;
        host.Look(3);
        Assert.DoesNotContain("over", Assert.Single(host.Incidents), StringComparison.Ordinal);
        length = 40;
        host.Look(3);

        Assert.Equal("Queue: 150, above 100 for 20 s, over", Assert.Single(host.Incidents));
        var description = Assert.Single(host.Run.Embeds).Description!;
        Assert.Contains("Now 300, the highest so far.", description, StringComparison.Ordinal);
        Assert.EndsWith("Back at 40; the highest was 300.", description, StringComparison.Ordinal);
        Assert.Equal(
            "raised=3 refused=0 accepted=3 delivered=1 coalesced=2 dropped=0 spooled=0 pending=0",
            host.Run.Pipeline.Ledger.ToString());
    }

    [Fact]
    public async Task CountersHistogramsAndGroupsAreWatchedSideBySide()
    {
        await using var host = await WatchedHost.StartAsync(
            ("Errors:Meter", "{meter}"),
            ("Errors:Instrument", "errors"),
            ("Errors:Above", "0.5"),
            ("Errors:GroupBy:0", "shard"),
            ("Latency:Meter", "{meter}"),
            ("Latency:Instrument", "latency"),
            ("Latency:Above", "0.5"),
            ("Latency:Percentile", "50"));
        var errors = host.Meter.CreateCounter<long>("errors");
        var latency = host.Meter.CreateHistogram<double>("latency", "s");

        errors.Add(6, new KeyValuePair<string, object?>("shard", 1));
        errors.Add(5, new KeyValuePair<string, object?>("shard", 2));
        latency.Record(1);
        latency.Record(1);
        latency.Record(0.1);
        host.Look();

        Assert.Equal(
            ["Errors (shard=1): 0.6/s, above 0.5/s", "Latency: 1.031 s, above 500 ms"],
            host.Incidents.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task TheLevelAndTheRouteAreTheThresholds()
    {
        await using var host = await WatchedHost.StartAsync(
            ("A:Meter", "{meter}"),
            ("A:Instrument", "load"),
            ("A:Above", "1"),
            ("A:Level", "Critical"),
            ("A:Route", "error"),
            ("B:Meter", "{meter}"),
            ("B:Instrument", "load"),
            ("B:Above", "2"));
        host.Meter.CreateObservableGauge("load", () => 3);

        host.Look();

        Assert.Equal(
            [("error", "A"), ("performance", "B")],
            host.Run.Discord.Messages
                .Select(message => (RouteOf(message), message.Embeds[0].Fields[0].Value))
                .Order());

        string RouteOf(SimulatedMessage message)
            => host.Run.Discord.Find("error")!.Id == message.WebhookId ? "error" : "performance";
    }

    [Fact]
    public async Task WhatNobodyTakesIsToldAsSoonAsSomebodyDoes()
    {
        await using var host = await WatchedHost.StartAsync(
            ("Load:Meter", "{meter}"), ("Load:Instrument", "load"), ("Load:Above", "1"), ("Load:Level", "Debug"));
        host.Meter.CreateObservableGauge("load", () => 3);
        host.Run.Reload(("WebhookAlerts:MinimumLevel", "Error"));
        host.Look(3);
        Assert.Empty(host.Incidents);

        host.Run.Reload(("WebhookAlerts:MinimumLevel", "Debug"));
        host.Look();

        Assert.Equal("Load: 3, above 1", Assert.Single(host.Incidents));
    }

    [Fact]
    public async Task AReloadAddsChangesAndRemovesThresholdsAndLeavesTheOthersAlone()
    {
        await using var host = await WatchedHost.StartAsync(
            [.. Threshold("Kept", 1), .. Threshold("Changed", 1), .. Threshold("Removed", 1)]);
        host.Meter.CreateObservableGauge("load", () => 3);
        host.Look();
        Assert.Equal(["Changed: 3, above 1", "Kept: 3, above 1", "Removed: 3, above 1"], host.Incidents.Order());

        host.Reload(
            ("Changed:Above", "2"),
            ("Removed:Meter", null),
            ("Removed:Instrument", null),
            ("Removed:Above", null),
            ("Added:Meter", "{meter}"),
            ("Added:Instrument", "load"),
            ("Added:Above", "2.5"));
        host.Look();

        Assert.Equal(
            [
                "Added: 3, above 2.5",
                "Changed: 3, above 1, over",
                "Changed: 3, above 2",
                "Kept: 3, above 1",
                "Removed: 3, above 1, over",
            ],
            host.Incidents.Order());
        Assert.Contains(
            host.Run.Embeds,
            embed => embed.Description?.EndsWith("It is no longer watched.", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task ABadReloadLeavesTheThresholdsAsTheyAre()
    {
        await using var host = await WatchedHost.StartAsync(Threshold("Load", 1));
        host.Meter.CreateObservableGauge("load", () => 3);

        host.Reload(("Load:Above", null));
        host.Look();

        Assert.Equal("Load: 3, above 1", Assert.Single(host.Incidents));
        Assert.Contains(host.Run.Log.GetSnapshot(), record => record.Message.Contains(
            "WebhookAlerts:Thresholds:Load must have either Above or Below.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task MistakesFailTheStartByOptionWithTheNameThatWasProbablyMeant()
    {
        await using var run = new HostRun(settings:
        [
            ("WebhookAlerts:Thresholds:Cup:Above", "0.9"),
            ("WebhookAlerts:Thresholds:Cpu:Above", "90"),
            ("WebhookAlerts:Thresholds:Load:Meter", "Shop"),
            ("WebhookAlerts:Thresholds:Load:Above", "much"),
            ("WebhookAlerts:ThresholdInterval", "00:00:00"),
        ]);

        var thrown = await Assert.ThrowsAsync<OptionsValidationException>(
            () => run.Host.StartAsync(CancellationToken.None));

        Assert.Equal(
            [
                "WebhookAlerts:ThresholdInterval must be from 00:00:01 to 01:00:00.",
                "WebhookAlerts:Thresholds:Cpu:Above must be from 0 to 1, where 0.9 is 90 %.",
                "WebhookAlerts:Thresholds:Cup must name a Meter and an Instrument, or be called Cpu, GcPause, "
                    + "WorkingSet, ThreadPoolQueue or Exceptions; did you mean 'Cpu'?",
                "WebhookAlerts:Thresholds:Load must have either Above or Below.",
                "WebhookAlerts:Thresholds:Load:Above must be a number.",
                "WebhookAlerts:Thresholds:Load:Instrument must be set beside Meter.",
            ],
            thrown.Failures.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task AnInstrumentThatDoesNotAppearIsLoggedOnce()
    {
        await using var host = await WatchedHost.StartAsync(Threshold("Load", 1));
        host.Meter.CreateCounter<int>("laod");

        host.Look(100);

        var said = Assert.Single(host.Run.Log.GetSnapshot(), record => record.Id.Id == 87);
        Assert.Equal(LogLevel.Warning, said.Level);
        Assert.Equal(
            $"Threshold 'Load' waits for instrument 'load' of meter '{host.Meter.Name}', which has not appeared within "
                + "a minute. Is it 'laod'? It is watched as soon as it appears.",
            said.Message);
    }

    [Fact]
    public async Task WhenTheHostStopsAnOpenIncidentSaysSo()
    {
        await using var host = await WatchedHost.StartAsync(Threshold("Load", 1));
        host.Meter.CreateObservableGauge("load", () => 3);
        host.Look();

        await host.Run.DisposeAsync();

        Assert.Contains("unresolved", Assert.Single(host.Run.Embeds).Description!, StringComparison.OrdinalIgnoreCase);
    }

    private static (string Key, string? Value)[] Threshold(string name, double above)
        => [($"{name}:Meter", "{meter}"), ($"{name}:Instrument", "load"), ($"{name}:Above", $"{above}")];
}
