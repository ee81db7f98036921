using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using TypedWebhookAlerts.IntegrationTests.Lifecycle;
using TypedWebhookAlerts.IntegrationTests.Scenarios;
using TypedWebhookAlerts.Testing;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Hosting;

/// <summary>Several pipelines in one process: the first is the ambient one, the others work by instance and say
/// so.</summary>
[Collection(OnAmbient.Name)]
public sealed class ConfigurationHostsTests : IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    private readonly DiscordSimulator _first = new();
    private readonly DiscordSimulator _second = new();
    private readonly FakeLogCollector _firstLog = new();
    private readonly FakeLogCollector _secondLog = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await _first.DisposeAsync();
        await _second.DisposeAsync();
    }

    [Fact]
    public async Task TheFirstHostHasTheAmbientPipelineAndTheSecondItsOwn()
    {
        using var first = CreateHost(_first, _firstLog);
        using var second = CreateHost(_second, _secondLog);
        await first.StartAsync(Cancelled);
        await second.StartAsync(Cancelled);

        Assert.Same(WebhookAlerts.Pipeline, PipelineOf(first));
        Assert.True(AmbientAlerts.WorkerStopped("ambient"));
        Assert.True(PipelineOf(second).WorkerStopped("by instance"));
        await second.StopAsync(Cancelled);
        await first.StopAsync(Cancelled);

        Assert.Equal(["Worker ambient stopped"], Descriptions(_first));
        Assert.Equal(["Worker by instance stopped"], Descriptions(_second));
        Assert.Equal((0, 1), (SecondPipelines(_firstLog), SecondPipelines(_secondLog)));
    }

    [Fact]
    public async Task WhenTheFirstHostIsGoneAlertsAreKeptForTheNextAndTheSecondGoesOn()
    {
        using var second = CreateHost(_second, _secondLog);
        using (var first = CreateHost(_first, _firstLog))
        {
            await first.StartAsync(Cancelled);
            await second.StartAsync(Cancelled);
            await first.StopAsync(Cancelled);
        }

        Assert.True(AmbientAlerts.WorkerStopped("between"));
        Assert.True(PipelineOf(second).WorkerStopped("by instance"));
        using (var third = CreateHost(_first, _firstLog))
        {
            await third.StartAsync(Cancelled);
            await third.StopAsync(Cancelled);
        }

        await second.StopAsync(Cancelled);
        Assert.Equal(["Worker between stopped"], Descriptions(_first));
        Assert.Equal(["Worker by instance stopped"], Descriptions(_second));
        Assert.Equal((0, 1), (SecondPipelines(_firstLog), SecondPipelines(_secondLog)));
    }

    [Fact]
    public async Task AHostBesideAStartIsTheSecond()
    {
        await using var started = Start(_first, _firstLog);
        using var host = CreateHost(_second, _secondLog);
        await host.StartAsync(Cancelled);

        Assert.Same(started, WebhookAlerts.Pipeline);
        Assert.True(AmbientAlerts.WorkerStopped("ambient"));
        Assert.True(PipelineOf(host).WorkerStopped("by instance"));
        Assert.True(await started.FlushAsync(s_patience, Cancelled));
        await host.StopAsync(Cancelled);

        Assert.Equal(["Worker ambient stopped"], Descriptions(_first));
        Assert.Equal(["Worker by instance stopped"], Descriptions(_second));
        Assert.Equal((0, 1), (SecondPipelines(_firstLog), SecondPipelines(_secondLog)));
    }

    [Fact]
    public async Task AStartBesideAHostIsTheSecond()
    {
        using var host = CreateHost(_first, _firstLog);
        await host.StartAsync(Cancelled);
        await using var started = Start(_second, _secondLog);

        Assert.Same(PipelineOf(host), WebhookAlerts.Pipeline);
        Assert.True(started.WorkerStopped("by instance"));
        Assert.True(await started.FlushAsync(s_patience, Cancelled));
        await host.StopAsync(Cancelled);

        Assert.Empty(Descriptions(_first));
        Assert.Equal(["Worker by instance stopped"], Descriptions(_second));
        Assert.Equal((0, 1), (SecondPipelines(_firstLog), SecondPipelines(_secondLog)));
    }

    [Fact]
    public async Task ASecondStartWorksByInstanceAndEndsWithoutTheFirst()
    {
        await using var first = Start(_first, _firstLog);
        await using (var second = Start(_second, _secondLog))
        {
            Assert.True(second.WorkerStopped("by instance"));
        }

        Assert.Same(first, WebhookAlerts.Pipeline);
        Assert.True(AmbientAlerts.WorkerStopped("ambient"));
        Assert.True(await first.FlushAsync(s_patience, Cancelled));

        Assert.Equal(["Worker ambient stopped"], Descriptions(_first));
        Assert.Equal(["Worker by instance stopped"], Descriptions(_second));
        Assert.Equal(1, SecondPipelines(_secondLog));
    }

    [Fact]
    public async Task AHostThatFailsToStartLeavesTheSlotToTheNext()
    {
        using (var failing = CreateHost(_first, _firstLog, ("WebhookAlerts:BatchSize", "99")))
        {
            await Assert.ThrowsAsync<Microsoft.Extensions.Options.OptionsValidationException>(
                () => failing.StartAsync(Cancelled));
        }

        using var host = CreateHost(_second, _secondLog);
        await host.StartAsync(Cancelled);

        Assert.Same(PipelineOf(host), WebhookAlerts.Pipeline);
        Assert.Equal(0, SecondPipelines(_secondLog));
    }

    private static AlertPipeline PipelineOf(IHost host) => host.Services.GetRequiredService<AlertPipeline>();

    private static IEnumerable<string?> Descriptions(DiscordSimulator discord)
        => discord.Messages.SelectMany(message => message.Embeds).Select(embed => embed.Description);

    private static int SecondPipelines(FakeLogCollector log)
        => log.GetSnapshot().Count(entry => entry.Id.Name == "SecondPipeline");

    private static AlertPipeline Start(DiscordSimulator discord, FakeLogCollector log)
        => WebhookAlerts.Start(options =>
        {
            options.LoggerFactory = LoggerFactory.Create(builder => builder.AddProvider(new FakeLoggerProvider(log)));
            options.HttpMessageHandler = discord.CreateHandler;
            options.Fallback.Path = null;
            options.Route("error", discord.AddWebhook().Url);
        });

    /// <summary>A host as an application has it, in real time.</summary>
    private static IHost CreateHost(
        DiscordSimulator discord, FakeLogCollector log, params (string Key, string Value)[] settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Logging.AddProvider(new FakeLoggerProvider(log));
        builder.Configuration.AddInMemoryCollection(settings.Append(("WebhookAlerts:Fallback:Path", ""))
            .Append(("WebhookAlerts:Routes:error:Url", discord.AddWebhook().Url))
            .Append(("WebhookAlerts:VerifyOnStart", "false"))
            .Append(("WebhookAlerts:SystemStatus:Started", "false"))
            .Append(("WebhookAlerts:SystemStatus:Stopping", "false"))
            .Select(setting => KeyValuePair.Create(setting.Item1, (string?)setting.Item2)));
        builder.AddWebhookAlerts(options => options.HttpMessageHandler = discord.CreateHandler);
        return builder.Build();
    }
}
