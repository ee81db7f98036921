using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.IntegrationTests.Hosting;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Standard;

/// <summary>The performance alert as an incident, whose level and route are given.</summary>
public sealed class PerformanceIncidentTests
{
    [Fact]
    public async Task ItShowsWhatTheAlertShowsAndTurnsGreen()
    {
        await using var run = new HostRun(
            routes: ["performance"], settings: [("WebhookAlerts:ApplicationName", "StatsBot")]);
        await run.StartAsync(TestContext.Current.CancellationToken);

        StandardAlerts.Performance(run.Pipeline, "CPU", "93 %", "80 %", "for 5 minutes");
        var incident = StandardAlerts.PerformanceIncident(
            run.Pipeline, LogLevel.Warning, "performance", "CPU", "93 %", "80 %", "on all cores");
        Assert.True(run.Flush());

        Assert.Equal(2, run.Embeds.Count);
        Assert.Equal(
            (run.Embeds[0].Title, run.Embeds[0].Color, run.Embeds[0].Footer),
            (run.Embeds[1].Title, run.Embeds[1].Color, run.Embeds[1].Footer));
        Assert.Equal(run.Embeds[0].Fields.SkipLast(1), run.Embeds[1].Fields.SkipLast(1));
        Assert.Equal("on all cores", run.Embeds[1].Fields[^1].Value);

        incident.Resolve("back to 40 %");
        Assert.True(run.Flush());
        Assert.NotEqual(run.Embeds[0].Color, run.Embeds[1].Color);
        Assert.Contains("back to 40 %", run.Embeds[1].Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ItsLevelAndItsRouteAreThoseItIsGiven()
    {
        await using var run = new HostRun(routes: ["error", "ops"]);
        await run.StartAsync(TestContext.Current.CancellationToken);

        StandardAlerts.PerformanceIncident(run.Pipeline, LogLevel.Critical, "ops", "Queue", "900", "100", "worker");
        StandardAlerts.PerformanceIncident(run.Pipeline, LogLevel.Error, route: null, "CPU", "99 %", "80 %", "host");
        var ignored = StandardAlerts.PerformanceIncident(
            run.Pipeline, LogLevel.Debug, route: null, "GC", "1", "0", "nobody wants it");

        Assert.True(run.Flush());
        Assert.Equal("Queue", run.Discord.Find("ops")!.Messages[0].Embeds[0].Fields[0].Value);
        Assert.Equal("CPU", run.Discord.Find("error")!.Messages[0].Embeds[0].Fields[0].Value);
        Assert.Same(AlertIncident.Ignored, ignored);
    }
}
