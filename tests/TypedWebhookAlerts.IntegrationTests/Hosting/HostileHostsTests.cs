using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using TypedWebhookAlerts.IntegrationTests.Lifecycle;
using TypedWebhookAlerts.IntegrationTests.Scenarios;
using TypedWebhookAlerts.Testing;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Hosting;

/// <summary>Hosts that come and go in any order, fail, and are asked all the while.</summary>
[Collection(OnAmbient.Name)]
public sealed class HostileHostsTests : IAsyncDisposable
{
    private readonly DiscordSimulator _discord = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _discord.DisposeAsync();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task FiveHostsThatStartAndStopInAnyOrderDeliverWhatIsTheirs(int seed)
    {
        var random = new Random(seed);
        var hosts = Enumerable.Range(0, 5).Select(_ => CreateHost()).ToList();
        var raised = 0;
        foreach (var host in hosts.OrderBy(_ => random.Next()))
        {
            await host.StartAsync(Cancelled);
        }

        foreach (var host in hosts.OrderBy(_ => random.Next()).ToList())
        {
            foreach (var other in hosts)
            {
                Assert.True(PipelineOf(other).NeverFolded(raised++));
            }

            Assert.True(AmbientAlerts.WorkerStopped($"ambient {raised}"));
            raised++;
            hosts.Remove(host);
            await host.StopAsync(Cancelled);
            host.Dispose();
        }

        // What was raised when the ambient host was gone is kept for the next.
        using (var last = CreateHost())
        {
            await last.StartAsync(Cancelled);
            Assert.Same(WebhookAlerts.Pipeline, PipelineOf(last));
            await last.StopAsync(Cancelled);
        }

        Assert.Equal(raised, _discord.Messages.Sum(message => message.Embeds.Count));
    }

    [Fact]
    public async Task WhereAnotherServiceFailsToStartItsLastAlertArrives()
    {
        var host = CreateHost(builder => builder.Services.AddHostedService<FailingService>());

        await Assert.ThrowsAsync<NotSupportedException>(() => host.StartAsync(Cancelled));
        host.Dispose();

        Assert.Contains(
            _discord.Messages.SelectMany(message => message.Embeds),
            embed => embed.Description == "Worker failing stopped");
        using var next = CreateHost();
        await next.StartAsync(Cancelled);
        Assert.Same(WebhookAlerts.Pipeline, PipelineOf(next));
        await next.StopAsync(Cancelled);
    }

    [Fact]
    public async Task AHandlerThatBlocksKeepsNoHostFromItsStart()
    {
        using var hang = new ManualResetEventSlim();
        using var host = CreateHost(handler: () => new BlockingHandler(hang), verify: true);

        await host.StartAsync(Cancelled);
        PipelineOf(host).Numbered(1);
        var check = PipelineOf(host).VerifyAsync(Cancelled);
        hang.Set();
        await check;
        await host.StopAsync(Cancelled);

        Assert.Equal(0, PipelineOf(host).Ledger.Pending);
    }

    [Fact]
    public async Task WhoeverAsksFromManyThreadsDuringTheWholeLifeHasAnAnswer()
    {
        using var ended = new CancellationTokenSource();
        var host = CreateHost(builder => builder.Services.AddHealthChecks().AddWebhookAlerts());
        var pipeline = PipelineOf(host);
        var checks = host.Services.GetRequiredService<HealthCheckService>();
        var asking = Enumerable.Range(0, 3).Select(thread => Task.Run(
            async () =>
            {
                while (!ended.IsCancellationRequested)
                {
                    var ledger = pipeline.Ledger;
                    Assert.True(ledger.Pending >= 0);
                    Assert.NotNull(pipeline.Health.Reasons);
                    if (thread == 0)
                    {
                        await pipeline.VerifyAsync(CancellationToken.None);
                    }

                    pipeline.Numbered(thread);
                    await Task.Yield();
                }
            },
            CancellationToken.None)).ToArray();

        await host.StartAsync(Cancelled);
        Assert.NotEmpty((await checks.CheckHealthAsync(Cancelled)).Entries);
        await host.StopAsync(Cancelled);
        Assert.NotEmpty((await checks.CheckHealthAsync(Cancelled)).Entries);
        host.Dispose();
        await ended.CancelAsync();
        await Task.WhenAll(asking);

        var last = pipeline.Ledger;
        Assert.Equal(0, last.Pending);
        Assert.Equal(last.Accepted, last.Delivered + last.Coalesced + last.Dropped);
    }

    [Fact]
    public async Task AStormOfUnobservedExceptionsIsBoundedAndNoneOfThemEndsTheProcess()
    {
        using var host = CreateHost(settings: ("WebhookAlerts:SystemStatus:UnobservedExceptions", "true"));
        await host.StartAsync(Cancelled);
        var pipeline = PipelineOf(host);

        LeaveUnobserved();
        for (var i = 0; i < 20 && pipeline.Ledger.Raised < 500; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        await host.StopAsync(Cancelled);

        var ledger = pipeline.Ledger;
        Assert.InRange(ledger.Accepted, 1, 120);
        Assert.True(ledger.Refused > 0);
        Assert.Equal(0, ledger.Pending);
    }

    private static void LeaveUnobserved()
    {
        for (var i = 0; i < 500; i++)
        {
            _ = Task.FromException(i % 2 == 0 ? new UnreadableException() : new InvalidOperationException($"no {i}"));
        }
    }

    private static AlertPipeline PipelineOf(IHost host) => host.Services.GetRequiredService<AlertPipeline>();

    private IHost CreateHost(
        Action<HostApplicationBuilder>? configure = null,
        Func<HttpMessageHandler>? handler = null,
        bool verify = false,
        params (string Key, string Value)[] settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection(new[]
        {
            ("WebhookAlerts:Fallback:Path", ""),
            ("WebhookAlerts:Routes:error:Url", _discord.AddWebhook().Url),
            ("WebhookAlerts:VerifyOnStart", verify ? "true" : "false"),
            ("WebhookAlerts:SystemStatus:Started", "false"),
            ("WebhookAlerts:SystemStatus:Stopping", "false"),
            ("WebhookAlerts:SystemStatus:UnobservedExceptions", "false"),
        }
            .Concat(settings)
            .GroupBy(setting => setting.Item1)
            .Select(same => KeyValuePair.Create(same.Key, (string?)same.Last().Item2)));
        builder.AddWebhookAlerts(options => options.HttpMessageHandler = handler ?? _discord.CreateHandler);
        configure?.Invoke(builder);
        return builder.Build();
    }

    private sealed class FailingService(AlertPipeline pipeline) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            pipeline.WorkerStopped("failing");
            throw new NotSupportedException();
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }

    private sealed class BlockingHandler(ManualResetEventSlim hang) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            hang.Wait(CancellationToken.None);
            return Task.FromResult(new HttpResponseMessage(System.Net.HttpStatusCode.NoContent));
        }
    }

    private sealed class UnreadableException : Exception
    {
        public override string Message => throw new NotSupportedException();

        public override string? StackTrace => throw new NotSupportedException();

        public override string ToString() => throw new NotSupportedException();
    }
}
