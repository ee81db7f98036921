using System.Diagnostics.Metrics;
using TypedWebhookAlerts.IntegrationTests.Lifecycle;
using TypedWebhookAlerts.Testing;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Hosting;

/// <summary>Metrics are watched without a host as well.</summary>
[Collection(OnAmbient.Name)]
public sealed class ThresholdStartTests
{
    [Fact]
    public async Task APipelineThatIsStartedByCodeWatchesMetricsUntilItIsDisposed()
    {
        var time = new VirtualTime();
        await using var discord = new DiscordSimulator(new DiscordSimulatorOptions { TimeProvider = time });
        using var meter = new Meter("Test." + Guid.NewGuid().ToString("N"));
        var load = meter.CreateGauge<int>("load");
        var pipeline = WebhookAlerts.Start(options =>
        {
            options.TimeProvider = time;
            options.HttpMessageHandler = discord.CreateDrivenHandler;
            options.Fallback.Path = null;
            options.Route("performance", discord.AddWebhook("performance").Url);
            options.Thresholds["Load"] = new() { Meter = meter.Name, Instrument = "load", Above = 1 };
        });
        var driver = new VirtualDriver(time, discord, pipeline, static () => 0);

        load.Record(5);
        driver.RunUntil(static () => false, TimeSpan.FromSeconds(20));

        Assert.Equal("Load", Assert.Single(discord.Messages).Embeds[0].Fields[0].Value);
        Assert.True(load.Enabled);
        await driver.PushUntilEndedAsync(pipeline.DisposeAsync().AsTask(), TimeSpan.FromMinutes(1));
        Assert.False(load.Enabled);
    }
}
