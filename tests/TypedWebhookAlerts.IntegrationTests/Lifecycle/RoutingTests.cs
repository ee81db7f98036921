using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using TypedWebhookAlerts.IntegrationTests.Scenarios;
using TypedWebhookAlerts.Testing;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Lifecycle;

/// <summary>Where an alert goes: by the route it names, or by its level.</summary>
public sealed class RoutingTests
{
    private readonly FakeLogCollector _log = new();

    [Fact]
    public async Task LevelsGoWhereTheDesignSays()
    {
        SimulatedWebhook? info = null;
        await using var run = new VirtualRun((options, discord) =>
            options.Route("info", (info = discord.AddWebhook("info")).Url));

        run.Pipeline.DatabaseDown("db-1");
        run.Pipeline.Numbered(1);
        run.Pipeline.LowOn("disk");
        run.Pipeline.Joined("ann");
        Assert.False(run.Pipeline.CacheRead(5));
        run.Flush(TimeSpan.FromMinutes(1));

        Assert.Equal(
            ["Database db-1 does not answer", "Low on disk", "Number 1"],
            Descriptions(run.Error).Order(StringComparer.Ordinal));
        Assert.Equal(
            ["Database db-1 does not answer", "ann joined"], Descriptions(info!).Order(StringComparer.Ordinal));
        Assert.Equal(
            "raised=4 refused=0 accepted=4 delivered=4 coalesced=0 dropped=0 spooled=0 pending=0",
            run.Pipeline.Ledger.ToString());
        Assert.Equal(3, run.Pipeline.Ledger.Routes["error"].Delivered);
        Assert.Equal(2, run.Pipeline.Ledger.Routes["info"].Delivered);
    }

    [Fact]
    public async Task AnUnknownRouteFallsBackToTheLevelWithOneWarning()
    {
        SimulatedWebhook? info = null;
        await using var run = new VirtualRun((options, discord) =>
        {
            options.Route("info", (info = discord.AddWebhook("info")).Url);
            options.LoggerFactory = Factory();
        });

        run.Pipeline.Joined("ann");
        run.Pipeline.Joined("bob");
        run.Flush(TimeSpan.FromMinutes(1));

        Assert.Equal(["ann joined", "bob joined"], Descriptions(info!));
        var warning = Assert.Single(
            _log.GetSnapshot(), entry => entry.Message.Contains("'member-events'", StringComparison.Ordinal));
        Assert.Equal(LogLevel.Warning, warning.Level);
    }

    [Fact]
    public async Task ARouteThatIsOnTakesTheAlertsThatNameIt()
    {
        SimulatedWebhook? members = null;
        await using var run = new VirtualRun((options, discord) =>
        {
            members = discord.AddWebhook("members");
            options.Route("member-events", members.Url);
        });

        run.Pipeline.Joined("ann");
        run.Flush(TimeSpan.FromMinutes(1));

        Assert.Equal(["ann joined"], Descriptions(members!));
    }

    [Fact]
    public async Task WhenEveryRouteOfALevelIsOffItsAlertsAreDroppedAndThatIsSaidOnce()
    {
        await using var run = new VirtualRun((options, _) => options.LoggerFactory = Factory());

        Assert.True(run.Pipeline.Joined("ann"));
        run.Flush(TimeSpan.FromMinutes(1));

        Assert.Equal(1, run.Pipeline.Ledger.DroppedBy[DropReason.NoRoute]);
        Assert.Single(_log.GetSnapshot(), entry => entry.Message.Contains("are off: info", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ANameThatNoRouteHasIsToldWithTheOneThatWasProbablyMeant()
    {
        await using var run = new VirtualRun((options, _) =>
        {
            options.LoggerFactory = Factory();
            options.LevelRoutes[LogLevel.Warning] = ["errro"];
            options.Alerts[nameof(ScenarioAlerts.Joined)] = new AlertOverride { Route = "eror" };
        });

        run.Pipeline.Joined("ann");
        run.Flush(TimeSpan.FromMinutes(1));

        var told = _log.GetSnapshot().Select(entry => entry.Message).ToList();
        Assert.Contains(
            told,
            message => message.EndsWith("are off: info, errro (did you mean 'error'?).", StringComparison.Ordinal));
        Assert.Contains(
            told, message => message.Contains("unknown (did you mean 'error'?): its", StringComparison.Ordinal));
    }

    [Fact]
    public async Task OfAUsualRouteThatIsOffOneThatIsASlipOfItIsToldAndNoOther()
    {
        await using var run = new VirtualRun((options, discord) =>
        {
            options.LoggerFactory = Factory();
            options.Routes.Clear();
            options.Route("eror", discord.AddWebhook("errors").Url).Route("infra", discord.AddWebhook("infra").Url);
        });

        Assert.Single(
            _log.GetSnapshot(),
            entry => entry.Message.EndsWith(
                "are off: error (did you mean 'eror'?), info.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ALevelBelowTheMinimumIsIgnoredAndNotCounted()
    {
        await using var run = new VirtualRun((options, _) => options.MinimumLevel = LogLevel.Error);

        Assert.False(run.Pipeline.LowOnIsEnabled());
        Assert.False(run.Pipeline.LowOn("disk"));
        Assert.True(run.Pipeline.NumberedIsEnabled());

        Assert.Equal(0, run.Pipeline.Ledger.Raised);
    }

    [Fact]
    public async Task DebugIsSentOnceItHasARoute()
    {
        await using var run = new VirtualRun((options, _) => options.LevelRoutes[LogLevel.Debug] = ["error"]);

        Assert.True(run.Pipeline.CacheRead(5));
        run.Flush(TimeSpan.FromMinutes(1));

        Assert.Equal(["Cache 5"], Descriptions(run.Error));
    }

    [Fact]
    public async Task TwoRoutesToOneWebhookShowACriticalOnce()
    {
        await using var run = new VirtualRun((options, _) => options.Route("info", options.Routes["error"].Url!));

        run.Pipeline.DatabaseDown("db-1");
        run.Flush(TimeSpan.FromMinutes(1));

        Assert.Equal(1, run.Shown);
    }

    private static IEnumerable<string?> Descriptions(SimulatedWebhook webhook)
        => webhook.Messages.SelectMany(message => message.Embeds).Select(embed => embed.Description);

    private ILoggerFactory Factory()
        => LoggerFactory.Create(builder => builder.AddProvider(new FakeLoggerProvider(_log)));
}
