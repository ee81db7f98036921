using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using TypedWebhookAlerts.IntegrationTests.Lifecycle;
using TypedWebhookAlerts.IntegrationTests.Scenarios;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Hosting;

/// <summary>Alerts in the application's own log.</summary>
public sealed partial class LogAlertsTests
{
    private const string Category = "TypedWebhookAlerts.IntegrationTests.Hosting.LogAlertsTests";

    [WebhookAlert(
        LogLevel.Error,
        "**{guild}** lost {count:N0} of {share:P0} at {at:<t:R>} by {member.Name} `x`",
        Title = "T {guild}",
        Footer = "F", EventId = 77, EventName = "Lost")]
    private static partial void Lost(
        AlertPipeline pipeline,
        string guild,
        int count,
        double share,
        DateTimeOffset at,
        Member member,
        [AlertField] string where,
        [UserId] ulong by,
        [Secret] string token,
        Exception exception);

    [WebhookAlert(LogLevel.Warning, "", Title = "/{command} failed")]
    private static partial void Untold(AlertPipeline pipeline, string command, [AlertField] int count);

    [WebhookAlert(LogLevel.Critical, "Database {host} does not answer")]
    private static partial AlertIncident Down(AlertPipeline pipeline, string host);

    [Fact]
    public async Task AnAlertIsLoggedUnderItsTypeWithItsTemplateAndItsValues()
    {
        await using var run = await StartAsync();
        var failure = new TimeoutException("late");
        var at = new DateTimeOffset(2026, 7, 1, 12, 0, 0, TimeSpan.Zero);

        Lost(
            run.Pipeline,
            "_Stats_",
            1234,
            0.5,
            at,
            new Member(() => "ann_a"),
            "there",
            80351110224678912,
            "hunter2",
            failure);
        run.Settle();

        var entry = Assert.Single(Entries(run));
        Assert.Equal((LogLevel.Error, 77, "Lost"), (entry.Level, entry.Id.Id, entry.Id.Name));
        Assert.Equal("**_Stats_** lost 1,234 of 50 % at 2026-07-01 12:00:00Z by ann_a `x`", entry.Message);
        Assert.Same(failure, entry.Exception);
        Assert.Equal(
            [
                ("guild", "_Stats_"),
                ("count", "1234"),
                ("member_Name", "ann_a"),
                ("where", "there"),
                ("by", "80351110224678912"),
                ("share", "0.5"),
                ("at", at.ToString(System.Globalization.CultureInfo.InvariantCulture)),
                ("token", "[secret]"),
                ("{OriginalFormat}", "**{guild}** lost {count:N0} of {share:P0} at {at} by {member_Name} `x`"),
            ],
            State(entry).OrderBy(pair => pair.Item1 == "{OriginalFormat}").ToHashSet());
        Assert.DoesNotContain(
            "hunter2", entry.Message + string.Join(' ', entry.StructuredState!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnAlertWithoutADescriptionIsLoggedByItsTitleAndItsFields()
    {
        await using var run = await StartAsync();

        Untold(run.Pipeline, "ban", 3);
        run.Settle();

        var entry = Assert.Single(Entries(run));
        Assert.Equal("/ban failed (Count: 3)", entry.Message);
        Assert.Equal(
            [("command", "ban"), ("count", "3"), ("{OriginalFormat}", "/{command} failed (count: {count})")],
            State(entry));
    }

    [Fact]
    public async Task AStandardAlertIsLoggedWithWhatItTells()
    {
        await using var run = await StartAsync();

        StandardAlerts.Performance(run.Pipeline, "Gateway latency", "812 ms", "500 ms", "Shard 3");
        StandardAlerts.Error(run.Pipeline, "Database", new TimeoutException("late"));
        run.Settle();

        Assert.Equal(
            [
                "📊 Performance Alert (Metric: Gateway latency, Value: 812 ms, Threshold: 500 ms, Details: Shard 3)",
                "🚨 Bot Error Alert (Error Type: System.TimeoutException, Component: Database, Timestamp: 2026-01-01 "
                    + "00:00:00 UTC, Message: late)",
            ],
            Entries(run, typeof(StandardAlerts).FullName!).Select(entry => entry.Message));
    }

    [Fact]
    public async Task EachIsLoggedOnceWhetherItIsFoldedOrGoesToTwoRoutes()
    {
        await using var run = await StartAsync();
        for (var i = 0; i < 3; i++)
        {
            run.Pipeline.DatabaseDown("db-1");
        }

        Assert.True(run.Flush());
        Assert.Equal(2, run.Discord.Messages.Count);
        Assert.Equal(
            ["Database db-1 does not answer", "Database db-1 does not answer", "Database db-1 does not answer"],
            Entries(run, typeof(ScenarioAlerts).FullName!).Select(entry => entry.Message));
    }

    [Fact]
    public async Task WhatNoRouteTakesIsLoggedAllTheSame()
    {
        await using var run = await StartAsync(routes: ["info"]);

        run.Pipeline.Numbered(1);
        run.Settle();

        Assert.Equal(1, run.Pipeline.Ledger.Dropped);
        Assert.Single(Entries(run, typeof(ScenarioAlerts).FullName!));
    }

    [Fact]
    public async Task AnIncidentIsLoggedWhenItOpensGoesOnAndIsOver()
    {
        await using var run = await StartAsync();
        var incident = Down(run.Pipeline, "db-1");
        run.Run(TimeSpan.FromSeconds(75));
        incident.Update("failing over");
        incident.Resolve("back");
        Down(run.Pipeline, "db-2").Dispose();
        run.Settle();

        Assert.Equal(
            [
                (LogLevel.Critical, "Database db-1 does not answer"),
                (LogLevel.Information, "Database db-1 does not answer: failing over"),
                (LogLevel.Information, "Database db-1 does not answer: resolved after 1 min 15 s: back"),
                (LogLevel.Critical, "Database db-2 does not answer"),
                (LogLevel.Information, "Database db-2 does not answer: resolved after less than a second"),
            ],
            Entries(run).Select(entry => (entry.Level, entry.Message)));
        Assert.All(Entries(run), entry => Assert.Equal("Down", entry.Id.Name));
        Assert.Equal(
            [
                ("incident", "Database db-1 does not answer"),
                ("elapsed", "1 min 15 s"),
                ("text", "back"),
                ("{OriginalFormat}", "{incident}: resolved after {elapsed}: {text}"),
            ],
            State(Entries(run)[2]));
    }

    [Fact]
    public async Task AnIncidentThatIsOpenDuringAReloadIsLoggedToItsEnd()
    {
        await using var run = await StartAsync();
        var incident = Down(run.Pipeline, "db-1");
        run.Reload(("WebhookAlerts:BatchSize", "6"));
        run.Run(TimeSpan.FromSeconds(75));
        incident.Resolve("back");
        run.Settle();

        Assert.Equal("Database db-1 does not answer: resolved after 1 min 15 s: back", Entries(run)[^1].Message);
    }

    [Fact]
    public async Task WhatCameFromTheLogIsNotWrittenBackAndWhatIsSentIsLogged()
    {
        await using var run = await StartAsync(builder => builder.Logging.AddWebhookAlerts());
        run.Host.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Shop.Orders").LogError("An entry");
        run.Pipeline.Send(LogLevel.Warning, "Sent {x}", new TimeoutException(), ("guild", "Stats"));

        Assert.True(run.Flush());
        Assert.Equal(2, run.Pipeline.Ledger.Delivered);
        Assert.Single(run.Log.GetSnapshot(), entry => entry.Message == "An entry");
        var sent = Assert.Single(run.Log.GetSnapshot(), entry => entry.Category == "TypedWebhookAlerts.AlertPipeline");
        Assert.Equal((LogLevel.Warning, "Sent {x}"), (sent.Level, sent.Message));
        Assert.Equal([("message", "Sent {x}"), ("guild", "Stats"), ("{OriginalFormat}", "{message}")], State(sent));
        Assert.IsType<TimeoutException>(sent.Exception);
    }

    [Fact]
    public async Task UserIdsAreMaskedInTheLogToo()
    {
        await using var run = await StartAsync(options: options => options.UserIds = UserIdDisplay.Mask);

        run.Pipeline.CommandFailed("Moderation", "x", 80351110224678912, null);
        run.Settle();

        var entry = Assert.Single(Entries(run, typeof(ScenarioAlerts).FullName!));
        Assert.Equal("…8912", entry.GetStructuredStateValue("invokedBy"));
    }

    [Fact]
    public async Task WhenItIsOffNothingIsLogged()
    {
        await using var run = await StartAsync(options: options => options.LogAlerts = false);

        run.Pipeline.Numbered(1);
        Assert.True(run.Flush());

        Assert.Empty(Entries(run, typeof(ScenarioAlerts).FullName!));
    }

    [Fact]
    public async Task AReloadSwitchesItOffAndOnAgain()
    {
        await using var run = await StartAsync();
        run.Reload(("WebhookAlerts:LogAlerts", "false"));
        run.Run(TimeSpan.FromSeconds(1));
        run.Pipeline.Numbered(1);
        run.Settle();
        run.Reload(("WebhookAlerts:LogAlerts", "true"));
        run.Run(TimeSpan.FromSeconds(1));
        run.Pipeline.Numbered(2);
        run.Settle();

        Assert.Equal(
            ["Number 2"], Entries(run, typeof(ScenarioAlerts).FullName!).Select(entry => entry.Message));
    }

    [Fact]
    public async Task ForALoggerThatIsNotEnabledNothingIsPutTogether()
    {
        await using var run = await StartAsync(builder => builder.Logging.AddFilter((category, level)
            => category != typeof(ScenarioAlerts).FullName || level >= LogLevel.Critical));
        var failure = new CountingException();

        run.Pipeline.CommandFailed("a", "b", 1, failure);
        run.Settle();
        var read = failure.Reads;
        run.Pipeline.CommandFailed("a", "b", 1, failure);
        run.Settle();

        // The second is folded: nothing renders it, and nothing logs it.
        Assert.Equal(read, failure.Reads);
        Assert.Empty(Entries(run, typeof(ScenarioAlerts).FullName!));
    }

    [Fact]
    public async Task ALoggerThatThrowsHarmsNothing()
    {
        using var factory = new HostileLogger(static (_, _) => throw new NotSupportedException());
        await using var run = await StartAsync(options: options => options.LoggerFactory = factory);

        run.Pipeline.Numbered(1);
        run.Pipeline.Send(LogLevel.Error, "sent");

        Assert.True(run.Flush());
        Assert.Equal(2, run.Pipeline.Ledger.Delivered);
    }

    [Fact]
    public async Task WithoutAHostAlertsAreNotLoggedUnlessThatIsAsked()
    {
        var log = new FakeLogCollector();
        using var factory = LoggerFactory.Create(logging => logging.AddProvider(new FakeLoggerProvider(log)));
        await using var silent = new VirtualRun((options, _) => options.LoggerFactory = factory);
        silent.Pipeline.Numbered(1);
        silent.Settle();
        Assert.DoesNotContain(log.GetSnapshot(), entry => entry.Message == "Number 1");

        await using var telling = new VirtualRun((options, _) =>
        {
            options.LoggerFactory = factory;
            options.LogAlerts = true;
        });
        telling.Pipeline.Numbered(1);
        telling.Settle();
        Assert.Contains(log.GetSnapshot(), entry => entry.Message == "Number 1");
    }

    private static async Task<HostRun> StartAsync(
        Action<HostApplicationBuilder>? configure = null,
        Action<WebhookAlertOptions>? options = null,
        string[]? routes = null)
    {
        var run = new HostRun(configure, options, routes: routes);
        await run.StartAsync(TestContext.Current.CancellationToken);
        return run;
    }

    private static List<FakeLogRecord> Entries(HostRun run, string category = Category)
        => [.. run.Log.GetSnapshot().Where(entry => entry.Category == category)];

    private static IEnumerable<(string, string?)> State(FakeLogRecord entry)
        => entry.StructuredState!.Select(pair => (pair.Key, pair.Value));

    private sealed class CountingException : Exception
    {
        public int Reads { get; private set; }

        public override string Message => $"read {++Reads} times";
    }
}
