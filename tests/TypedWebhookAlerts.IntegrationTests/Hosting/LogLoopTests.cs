using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.IntegrationTests.Scenarios;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Hosting;

/// <summary>Log entries about alerts are no alerts: nothing goes round in a circle.</summary>
public sealed class LogLoopTests
{
    private static readonly TimeSpan s_hour = TimeSpan.FromHours(1);

    [Fact]
    public async Task WhatTheLibrarySaysOfItsOwnFailuresIsNoAlert()
    {
        FaultyDiscord? faults = null;
        await using var run = await StartAsync((options, inner) => faults = new FaultyDiscord(inner));
        faults!.Outage = static (_, _) => new HttpResponseMessage(HttpStatusCode.NotFound)
        {
            Content = new StringContent("""{"code":10015}"""),
        };

        // The defect that other senders are known for: each refusal is a log entry, and so an alert more.
        run.Pipeline.Numbered(1);
        run.Run(s_hour);

        Assert.Contains(
            run.Log.GetSnapshot(), entry => entry.Category == "TypedWebhookAlerts" && entry.Level >= LogLevel.Warning);
        Assert.Equal(1, run.Pipeline.Ledger.Raised);
    }

    [Theory]
    [InlineData("TypedWebhookAlerts", 0)]
    [InlineData("TypedWebhookAlerts.Delivery", 0)]
    [InlineData("TypedWebhookAlertsOfOurs", 1)]
    public async Task TheLibrarysCategoriesAreIgnored(string category, int raised)
    {
        await using var run = await StartAsync();

        run.Host.Services.GetRequiredService<ILoggerFactory>().CreateLogger(category).LogError("x");

        Assert.Equal(raised, run.Pipeline.Ledger.Raised);
    }

    [Fact]
    public async Task AHandlerThatLogsEachRequestMakesNoAlerts()
    {
        LoggingHandler? handler = null;
        await using var run = await StartAsync((_, inner) => handler = new LoggingHandler(inner));
        handler!.Log = Logger(run);

        run.Pipeline.Numbered(1);
        Assert.True(run.Flush());
        run.Run(s_hour);

        Assert.True(handler.Requests > 0);
        Assert.Contains(run.Log.GetSnapshot(), entry => entry.Message == "A request");
        Assert.Equal(1, run.Pipeline.Ledger.Raised);
    }

    [Fact]
    public async Task AProviderWhoseSinkFailsByLoggingDoesNotGoRound()
    {
        var provider = new FailingProvider();
        await using var run = await StartAsync(configure: builder => builder.Logging.AddProvider(provider));
        provider.Log = Logger(run, "Sink");

        // On the pump's thread: an alert that is logged.
        run.Pipeline.Numbered(1);
        Assert.True(run.Flush());
        Assert.Equal(1, run.Pipeline.Ledger.Raised);

        // On the application's: the entry is an alert, and so is the sink's failure, which is not logged back.
        Logger(run).LogError("An entry");
        Assert.True(run.Flush());
        run.Run(s_hour);
        Assert.Equal(3, run.Pipeline.Ledger.Raised);
        Assert.Equal(2, provider.Failures);
    }

    [Fact]
    public async Task WhatIsLoggedBesideThePumpStaysAnAlert()
    {
        await using var run = await StartAsync();

        // The mark of the library's own flow does not leak to whoever waits for it.
        run.Pipeline.Numbered(1);
        var flush = run.Pipeline.FlushAsync(Timeout.InfiniteTimeSpan, TestContext.Current.CancellationToken);
        run.Run(s_hour);
        await flush;
        Logger(run).LogError("after a flush");
        await Task.Run(() => Logger(run).LogError("elsewhere"), TestContext.Current.CancellationToken);

        Assert.Equal(3, run.Pipeline.Ledger.Raised);
    }

    private static async Task<HostRun> StartAsync(
        Func<WebhookAlertOptions, HttpMessageHandler, HttpMessageHandler>? handler = null,
        Action<HostApplicationBuilder>? configure = null)
    {
        var run = new HostRun(
            builder =>
            {
                builder.Logging.AddWebhookAlerts();
                configure?.Invoke(builder);
            },
            options =>
            {
                var inner = options.HttpMessageHandler!;
                options.HttpMessageHandler = () => handler?.Invoke(options, inner()) ?? inner();
            });
        await run.StartAsync(TestContext.Current.CancellationToken);
        return run;
    }

    private static ILogger Logger(HostRun run, string category = "Shop.Orders")
        => run.Host.Services.GetRequiredService<ILoggerFactory>().CreateLogger(category);

    private sealed class LoggingHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        public ILogger? Log { get; set; }

        public int Requests { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Requests++;
            Log?.LogError("A request");
            var response = await base.SendAsync(request, cancellationToken);
            Log?.LogError("An answer");
            return response;
        }
    }

    private sealed class FailingProvider : TestLogger
    {
        public ILogger? Log { get; set; }

        public int Failures { get; private set; }

        public override ILogger CreateLogger(string categoryName)
            => categoryName == "Sink" ? Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance : this;

        public override bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        protected override void Take(
            LogLevel level, EventId id, object? state, Exception? exception, Func<string> message)
        {
            if (IsEnabled(level))
            {
                Failures++;
                Log?.LogError("The sink failed");
            }
        }
    }
}
