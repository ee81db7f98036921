using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TypedWebhookAlerts.IntegrationTests.Lifecycle;
using TypedWebhookAlerts.IntegrationTests.Scenarios;
using TypedWebhookAlerts.Testing;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Hosting;

/// <summary>The logger factory needs the provider, the provider the pipeline, and the pipeline a logger: no
/// circle.</summary>
[Collection(OnAmbient.Name)]
public sealed class LoggerFactoryTests : IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    private readonly DiscordSimulator _discord = new();

    public ValueTask DisposeAsync() => _discord.DisposeAsync();

    [Theory]
    [InlineData(typeof(ILoggerFactory))]
    [InlineData(typeof(AlertPipeline))]
    [InlineData(typeof(IOptions<WebhookAlertOptions>))]
    [InlineData(typeof(ILoggerProvider))]
    [InlineData(typeof(IHost))]
    public async Task WhateverIsResolvedFirstTheHostStartsAndTheEntryArrives(Type first)
        => await RunAsync(host => host.Services.GetRequiredService(first));

    [Fact]
    public async Task AProviderThatAsksForThePipelineAndForLoggersDoesNotHang()
        => await RunAsync(
            host => host.Services.GetRequiredService<ILoggerFactory>(),
            builder => builder.Services.AddSingleton<ILoggerProvider, EagerProvider>());

    [Fact]
    public async Task APipelineWhoseMakingLogsDoesNotHang()
        => await RunAsync(
            host => host.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Shop").LogError("first"),
            builder => builder.Services.AddSingleton(services =>
            {
                // Who asks first, as generated log calls do, asks for the pipeline that is being made.
                var log = services.GetRequiredService<ILoggerFactory>().CreateLogger("Shop");
                Assert.False(log.IsEnabled(LogLevel.Error));
                log.LogError("while it is made");
                return AmbientPipeline.Reserve();
            }));

    [Fact]
    public async Task OptionsWhoseMakingLogsDoNotHang()
        => await RunAsync(
            host => host.Services.GetRequiredService<AlertPipeline>(),
            builder => builder.Services.AddOptions<WebhookAlertOptions>().Configure<ILoggerFactory>((_, factory)
                => factory.CreateLogger("Shop").LogError("while options are made")));

    private async Task RunAsync(Action<IHost> first, Action<HostApplicationBuilder>? configure = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(
            new HostApplicationBuilderSettings { ApplicationName = "Early" });
        configure?.Invoke(builder);
        builder.Logging.AddWebhookAlerts();
        builder.AddWebhookAlerts(options =>
        {
            options.Route("error", _discord.AddWebhook().Url);
            options.HttpMessageHandler = _discord.CreateHandler;
            options.Fallback.Path = null;
            options.SystemStatus.Started = options.SystemStatus.Stopping = false;
            options.VerifyOnStart = false;
        });
        var cancellation = TestContext.Current.CancellationToken;
        var run = Task.Run(
            async () =>
            {
                using var host = builder.Build();
                first(host);
                await host.StartAsync(cancellation);
                host.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Shop").LogError("An entry");
                await host.StopAsync(cancellation);
            },
            cancellation);

        // A hang must not be one of the whole run; nothing is measured by it.
        await run.WaitAsync(s_patience, cancellation);
        Assert.Contains(
            _discord.Messages.SelectMany(message => message.Embeds), embed => embed.Description == "An entry");
    }

    /// <summary>Asks for the pipeline when it is made, and for a logger when it first logs.</summary>
    private sealed class EagerProvider(AlertPipeline pipeline, IServiceProvider services) : TestLogger
    {
        private ILoggerFactory? _factory;

        public override bool IsEnabled(LogLevel logLevel) => pipeline.Ledger.Raised >= 0;

        protected override void Take(
            LogLevel level, EventId id, object? state, Exception? exception, Func<string> message)
            => _factory ??= services.GetRequiredService<ILoggerFactory>();
    }
}
