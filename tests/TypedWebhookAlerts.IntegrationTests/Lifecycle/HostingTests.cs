using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TypedWebhookAlerts.Testing;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Lifecycle;

[Collection(OnAmbient.Name)]
public sealed class HostingTests : IAsyncDisposable
{
    private readonly DiscordSimulator _discord = new();

    public ValueTask DisposeAsync() => _discord.DisposeAsync();

    [Fact]
    public async Task TheHostSendsTheFirstAlertOfAServiceAndTheLast()
    {
        var builder = CreateBuilder(("WebhookAlerts:Routes:error:Url", _discord.AddWebhook().Url));
        builder.AddWebhookAlerts(options => options.HttpMessageHandler = _discord.CreateHandler);
        builder.Services.AddHostedService<ChattyService>();
        using (var host = builder.Build())
        {
            await host.StartAsync(TestContext.Current.CancellationToken);
            await host.StopAsync(TestContext.Current.CancellationToken);
        }

        Assert.Equal(
            ["Worker starting stopped", "Worker stopping stopped"],
            _discord.Messages.SelectMany(message => message.Embeds).Select(embed => embed.Description));
    }

    [Fact]
    public async Task WhenTheHostIsOutOfPatienceDisposingSendsTheLastAlert()
    {
        var builder = CreateBuilder(("WebhookAlerts:Routes:error:Url", _discord.AddWebhook().Url));
        builder.AddWebhookAlerts(options => options.HttpMessageHandler = _discord.CreateHandler);
        builder.Services.AddHostedService<ChattyService>();
        using (var host = builder.Build())
        {
            await host.StartAsync(TestContext.Current.CancellationToken);
            await host
                .StopAsync(new CancellationToken(canceled: true))
                .ContinueWith(static _ => { }, TaskScheduler.Default);
        }

        Assert.Contains(
            "Worker stopping stopped",
            _discord.Messages.SelectMany(message => message.Embeds).Select(embed => embed.Description));
    }

    [Fact]
    public async Task WhenAServiceFailsToStartWhatItRaisedArrivesAndTheSlotIsFree()
    {
        var builder = CreateBuilder(("WebhookAlerts:Routes:error:Url", _discord.AddWebhook().Url));
        builder.AddWebhookAlerts(options => options.HttpMessageHandler = _discord.CreateHandler);
        builder.Services.AddHostedService<FailingService>();
        AlertPipeline pipeline;
        using (var host = builder.Build())
        {
            await Assert.ThrowsAsync<NotSupportedException>(
                () => host.StartAsync(TestContext.Current.CancellationToken));
            pipeline = host.Services.GetRequiredService<AlertPipeline>();
        }

        Assert.Equal("Worker failing stopped", Assert.Single(_discord.Messages).Embeds[0].Description);
        Assert.NotSame(pipeline, WebhookAlerts.Pipeline);
        Assert.Equal(0, pipeline.Ledger.Pending);
    }

    [Fact]
    public async Task ARoutesLookAndPlaceComeFromTheSection()
    {
        var forum = _discord.AddWebhook("forum", isForum: true);
        const string Route = "WebhookAlerts:Routes:error:";
        var builder = CreateBuilder(
            (Route + "Url", forum.Url),
            (Route + "Username", "Ops"),
            (Route + "AvatarUrl", "https://example.org/a.png"),
            (Route + "ThreadName", "Night"),
            (Route + "Tags:0", "1234567890123456789"),
            (Route + "Mention", "user:5"),
            (Route + "MentionFrom", "Error"));
        builder.AddWebhookAlerts(options => options.HttpMessageHandler = _discord.CreateHandler);
        builder.Services.AddHostedService<ChattyService>();
        using (var host = builder.Build())
        {
            await host.StartAsync(TestContext.Current.CancellationToken);
            await host.StopAsync(TestContext.Current.CancellationToken);
        }

        var thread = Assert.Single(forum.Threads);
        Assert.Equal("Night", thread.Name);
        Assert.Equal([1234567890123456789UL], thread.Tags);
        var message = forum.Messages[0];
        Assert.Equal(("Ops", "https://example.org/a.png"), (message.Username, message.AvatarUrl));
        Assert.Equal([5UL], message.Mentions);
    }

    [Fact]
    public void CodeWinsOverVariablesAndTheyOverTheSection()
    {
        Environment.SetEnvironmentVariable("WEBHOOK_BATCH_SIZE", "3");
        Environment.SetEnvironmentVariable("WEBHOOK_MAX_MESSAGE_LENGTH", "300");
        try
        {
            var builder = CreateBuilder(
                ("WebhookAlerts:BatchSize", "2"),
                ("WebhookAlerts:BatchTimeout", "00:00:02"),
                ("WebhookAlerts:MaxMessageLength", "200"),
                ("WebhookAlerts:MinimumLevel", "Warning"),
                ("WebhookAlerts:Retry:GiveUpAfter", "00:03:00"),
                ("WebhookAlerts:Breaker:Failures", "7"),
                ("WebhookAlerts:Routes:error:Fallback", "info"),
                ("WebhookAlerts:LevelRoutes:Debug:0", "info"));
            builder.AddWebhookAlerts(options => options.MaxMessageLength = 400);
            using var host = builder.Build();
            var options = host.Services.GetRequiredService<IOptions<WebhookAlertOptions>>().Value;

            Assert.Equal(400, options.MaxMessageLength);
            Assert.Equal(3, options.BatchSize);
            Assert.Equal(TimeSpan.FromSeconds(2), options.BatchTimeout);
            Assert.Equal(LogLevel.Warning, options.MinimumLevel);
            Assert.Equal(TimeSpan.FromMinutes(3), options.Retry.GiveUpAfter);
            Assert.Equal(7, options.Breaker.Failures);
            Assert.Equal("info", options.Routes["error"].Fallback);
            Assert.Equal(["info"], options.LevelRoutes[LogLevel.Debug]);
            Assert.NotNull(options.LoggerFactory);
        }
        finally
        {
            Environment.SetEnvironmentVariable("WEBHOOK_BATCH_SIZE", null);
            Environment.SetEnvironmentVariable("WEBHOOK_MAX_MESSAGE_LENGTH", null);
        }
    }

    [Fact]
    public void ALevelsRoutesInTheSectionReplaceItsDefaultAndAnEmptyListSendsNothing()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddJsonStream(new MemoryStream("""
            {
              "WebhookAlerts": {
                "Routes": { "ops": { "Url": "https://discord.com/api/webhooks/1/token" } },
                "LevelRoutes": { "Critical": ["ops"], "warning": ["ops", "info"], "Information": [], "Trace": ["ops"] }
              }
            }
            """u8.ToArray()));
        builder.AddWebhookAlerts();
        using var host = builder.Build();
        var options = host.Services.GetRequiredService<IOptions<WebhookAlertOptions>>().Value;

        Assert.Equal("https://discord.com/api/webhooks/1/token", options.Routes["ops"].Url);
        Assert.Equal(["ops"], options.LevelRoutes[LogLevel.Critical]);
        Assert.Equal(["ops", "info"], options.LevelRoutes[LogLevel.Warning]);
        Assert.Equal(["ops"], options.LevelRoutes[LogLevel.Trace]);
        Assert.Equal(["error"], options.LevelRoutes[LogLevel.Error]);
        Assert.Empty(options.LevelRoutes[LogLevel.Information]);
    }

    [Fact]
    public async Task MalformedOptionsFailTheStartTogether()
    {
        Environment.SetEnvironmentVariable("WEBHOOK_USE_EMBEDS", "perhaps");
        try
        {
            var builder = CreateBuilder(
                ("WebhookAlerts:Routes:error:Url", "https://example.com/the-token"),
                ("WebhookAlerts:MaxMessageLength", "the-token' at 'nowhere"),
                ("WebhookAlerts:BatchSize", "99"));
            builder.AddWebhookAlerts();
            using var host = builder.Build();

            var failure = await Assert.ThrowsAsync<OptionsValidationException>(
                () => host.StartAsync(TestContext.Current.CancellationToken));

            Assert.Contains("WebhookAlerts:Routes:error:Url", failure.Message, StringComparison.Ordinal);
            Assert.Contains("MaxMessageLength must be a whole number.", failure.Message, StringComparison.Ordinal);
            Assert.Contains("WEBHOOK_USE_EMBEDS", failure.Message, StringComparison.Ordinal);
            Assert.DoesNotContain("the-token", failure.Message, StringComparison.Ordinal);
        }
        finally
        {
            Environment.SetEnvironmentVariable("WEBHOOK_USE_EMBEDS", null);
        }
    }

    [Fact]
    public void ATextWhereALevelsListIsMeantIsThatList()
    {
        var builder = CreateBuilder(("WebhookAlerts:LevelRoutes:Error", "ops, info"));
        builder.AddWebhookAlerts();
        using var host = builder.Build();

        Assert.Equal(
            ["ops", "info"],
            host.Services.GetRequiredService<IOptions<WebhookAlertOptions>>().Value.LevelRoutes[LogLevel.Error]);
    }

    [Fact]
    public async Task AllThatWasRaisedIsThereWhenTheHostHasStoppedAndBeforeItIsDisposed()
    {
        var builder = CreateBuilder(("WebhookAlerts:Routes:error:Url", _discord.AddWebhook().Url));
        builder.AddWebhookAlerts(options => options.HttpMessageHandler = _discord.CreateHandler);
        builder.Services.AddHostedService<ChattyService>();
        using var host = builder.Build();
        await host.StartAsync(TestContext.Current.CancellationToken);
        await host.StopAsync(TestContext.Current.CancellationToken);

        Assert.Equal(2, host.Services.GetRequiredService<AlertPipeline>().Ledger.Delivered);
    }

    [Fact]
    public async Task ThePipelineIsInjectedAndAContainerCanBeDisposedEitherWay()
    {
        var services = new ServiceCollection().AddLogging()
            .AddWebhookAlerts(new ConfigurationBuilder().Build());
        using (var provider = services.BuildServiceProvider())
        {
            Assert.Same(WebhookAlerts.Pipeline, provider.GetRequiredService<AlertPipeline>());
        }

        await using (var provider = services.BuildServiceProvider())
        {
            Assert.Same(WebhookAlerts.Pipeline, provider.GetRequiredService<AlertPipeline>());
        }
    }

    private static HostApplicationBuilder CreateBuilder(params (string Key, string Value)[] settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection(
            settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)));
        return builder;
    }

    private sealed class FailingService : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            AmbientAlerts.WorkerStopped("failing");
            throw new NotSupportedException();
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }

    private sealed class ChattyService : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            AmbientAlerts.WorkerStopped("starting");
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken)
        {
            AmbientAlerts.WorkerStopped("stopping");
            return Task.CompletedTask;
        }
    }
}
