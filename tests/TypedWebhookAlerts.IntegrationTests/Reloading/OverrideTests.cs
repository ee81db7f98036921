using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using TypedWebhookAlerts.IntegrationTests.Lifecycle;
using TypedWebhookAlerts.IntegrationTests.Scenarios;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Reloading;

/// <summary>What configuration says of one alert takes the place of what its declaration says, from capture to the
/// channel.</summary>
public sealed partial class OverrideTests
{
    private const string FullName =
        "TypedWebhookAlerts.IntegrationTests.Scenarios.ScenarioAlerts." + nameof(ScenarioAlerts.WorkerStopped);

    private readonly FakeLogCollector _log = new();

    [Theory]
    [InlineData(nameof(ScenarioAlerts.WorkerStopped))]
    [InlineData(FullName)]
    [InlineData("workerstopped")]
    public async Task AnAlertThatIsSwitchedOffIsIgnoredAndNotCounted(string name)
    {
        await using var run = new VirtualRun((options, _) => options.Alerts[name] = new() { Enabled = false });

        Assert.False(run.Pipeline.WorkerStopped("a"));
        Assert.True(run.Pipeline.Numbered(1));
        Assert.True(run.Flush(TimeSpan.FromMinutes(1)));

        Assert.Equal(1, run.Shown);
        Assert.Equal(1, run.Pipeline.Ledger.Raised);
    }

    [Theory]
    [InlineData("WorkerStoped", "WorkerStopped")]
    [InlineData("TypedWebhookAlerts.IntegrationTests.Scenarios.ScenarioAlert.WorkerStopped", FullName)]
    public async Task AMisspeltNameIsToldOnceWhenTheAlertThatWasMeantIsRaised(string name, string meant)
    {
        await using var run = new VirtualRun((options, _) =>
        {
            options.Alerts[name] = new() { Enabled = false };
            options.LogInto(_log);
        });

        Assert.True(run.Pipeline.Numbered(1));
        run.Settle();
        Assert.Empty(Misspelt());
        Assert.True(run.Pipeline.WorkerStopped("a"));
        Assert.True(run.Pipeline.WorkerStopped("b"));
        run.Reload(options => options.Alerts[name] = new() { Enabled = true });
        Assert.True(run.Pipeline.WorkerStopped("c"));
        Assert.True(run.Flush(TimeSpan.FromMinutes(1)));

        Assert.Equal(
            $"Alerts:{name} is no alert's name so far; did you mean {meant}, which is raised without it? This is said "
                + "once.",
            Assert.Single(Misspelt()));
    }

    [Theory]
    [InlineData(nameof(Line1Broke))]
    [InlineData("NoAlertIsLikeIt")]
    public async Task ANameThatMayBeAnAlertsIsNotToldAsMisspelt(string name)
    {
        await using var run = new VirtualRun((options, _) =>
        {
            options.Alerts[name] = new() { Level = LogLevel.Error };
            options.LogInto(_log);
        });

        Assert.True(Line2Broke(run.Pipeline, 1));
        Assert.True(run.Flush(TimeSpan.FromMinutes(1)));

        Assert.Empty(Misspelt());
    }

    [Fact]
    public async Task WhatIsSaidByTheFullNameWinsAndTheShortOneFillsWhatItLeavesOpen()
    {
        await using var run = new VirtualRun((options, discord) =>
        {
            options.Route("other", discord.AddWebhook("other").Url);
            options.Alerts["WorkerStopped"] = new() { Enabled = false, Route = "other" };
            options.Alerts[FullName] = new() { Enabled = true };
        });

        Assert.True(run.Pipeline.WorkerStopped("a"));
        Assert.True(run.Flush(TimeSpan.FromMinutes(1)));

        Assert.Equal(1, run.Pipeline.Ledger.Routes["other"].Delivered);
    }

    [Fact]
    public async Task AnAlertThatIsSwitchedOnIsRaisedThoughItsLevelIsBelowTheLeast()
    {
        await using var run = new VirtualRun((options, _) =>
        {
            options.MinimumLevel = LogLevel.Critical;
            options.Alerts["WorkerStopped"] = new() { Enabled = true };
        });

        Assert.True(run.Pipeline.WorkerStopped("a"));
        Assert.False(run.Pipeline.Numbered(1));
    }

    [Fact]
    public async Task TheLevelThatIsSaidDecidesTheRouteTheColourAndTheAccount()
    {
        await using var run = new VirtualRun((options, discord) =>
        {
            options.Route("info", discord.AddWebhook("info").Url);
            options.Alerts["WorkerStopped"] = new() { Level = LogLevel.Critical };
        });

        run.Pipeline.WorkerStopped("a");
        run.Pipeline.DatabaseDown("db");
        Assert.True(run.Flush(TimeSpan.FromMinutes(1)));

        // Critical goes to two routes.
        Assert.Equal(2, run.Pipeline.Ledger.Routes["info"].Delivered);
        Assert.Equal(2, run.Pipeline.Ledger.Routes["error"].Delivered);
        Assert.Single(
            run.Discord.Messages.SelectMany(message => message.Embeds).Select(embed => embed.Color).Distinct());
    }

    [Fact]
    public async Task AnAlertWhoseLevelIsLoweredBelowTheLeastIsIgnored()
    {
        await using var run = new VirtualRun((options, _) =>
        {
            options.MinimumLevel = LogLevel.Warning;
            options.Alerts["WorkerStopped"] = new() { Level = LogLevel.Information };
        });

        Assert.False(run.Pipeline.WorkerStopped("a"));
    }

    [Fact]
    public async Task AnAlertGoesToTheRouteThatIsSaid()
    {
        await using var run = new VirtualRun((options, discord) =>
        {
            options.Route("other", discord.AddWebhook("other").Url);
            options.Alerts["WorkerStopped"] = new() { Route = "OTHER" };
        });

        run.Pipeline.WorkerStopped("a");
        Assert.True(run.Flush(TimeSpan.FromMinutes(1)));

        Assert.Equal(1, run.Pipeline.Ledger.Routes["other"].Delivered);
        Assert.Equal(0, run.Pipeline.Ledger.Routes["error"].Accepted);
    }

    [Fact]
    public async Task TheSameIsSaidOfAnAlertWhoseArgumentsCannotBeRead()
    {
        await using var run = new VirtualRun((options, discord) =>
        {
            options.Route("other", discord.AddWebhook("other").Url);
            options.Alerts["MemberFailed"] = new() { Route = "other" };
            options.Alerts["Moved"] = new() { Enabled = false };
        });

        run.Pipeline.MemberFailed(Unreadable());
        Assert.False(run.Pipeline.Moved(new Position(double.NaN, 0)));
        Assert.True(run.Flush(TimeSpan.FromMinutes(1)));

        Assert.Contains(
            "could not be read", Assert.Single(run.Discord.Messages).Embeds[0].Description, StringComparison.Ordinal);
        Assert.Equal(1, run.Pipeline.Ledger.Routes["other"].Delivered);
    }

    [Fact]
    public async Task TheSameIsSaidOfWhatAnIncidentIsTold()
    {
        await using var run = new VirtualRun((options, discord) =>
        {
            options.Route("other", discord.AddWebhook("other").Url);
            options.Alerts["DatabaseDown"] = new() { Route = "other", Level = LogLevel.Information };
        });

        var incident = run.Pipeline.Begin(FollowedAlerts.DatabaseDown, "a");
        Assert.True(run.Flush(TimeSpan.FromMinutes(1)));
        incident.Resolve("back");
        Assert.True(run.Flush(TimeSpan.FromMinutes(1)));

        Assert.Equal(2, run.Pipeline.Ledger.Routes["other"].Accepted);
        Assert.Equal(0, run.Pipeline.Ledger.Routes["error"].Accepted);
        Assert.Contains(
            "Resolved", Assert.Single(run.Discord.Messages).Embeds[0].Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AReloadChangesWhatIsSaidOfAnAlertAndTakesItBack()
    {
        await using var run = new VirtualRun();
        Assert.True(run.Pipeline.WorkerStopped("a"));

        run.Reload(options => options.Alerts["WorkerStopped"] = new() { Enabled = false });
        Assert.False(run.Pipeline.WorkerStopped("b"));

        run.Reload(options => options.MinimumLevel = LogLevel.Critical);
        Assert.False(run.Pipeline.WorkerStopped("c"));

        run.Reload(_ => { });
        Assert.True(run.Pipeline.WorkerStopped("d"));
        Assert.True(run.Flush(TimeSpan.FromMinutes(1)));

        Assert.Equal(2, run.Shown);
        run.Pipeline.AssertSettled();
    }

    [Fact]
    public async Task ARepeatThatAReloadHasGivenAnotherLevelBeginsAMessageInItsColour()
    {
        await using var run = new VirtualRun();
        run.Pipeline.WorkerStopped("a");
        run.Run(TimeSpan.FromSeconds(5));

        run.Reload(options => options.Alerts["WorkerStopped"] = new() { Level = LogLevel.Warning });
        run.Pipeline.WorkerStopped("a");
        run.Pipeline.WorkerStopped("a");
        Assert.True(run.Flush(TimeSpan.FromMinutes(1)));

        Assert.Equal((2, 1), (run.Pipeline.Ledger.Delivered, run.Pipeline.Ledger.Coalesced));
        Assert.Equal(
            2,
            run.Discord.Messages.SelectMany(message => message.Embeds).Select(embed => embed.Color).Distinct().Count());
    }

    private static Member Unreadable() => new(() => throw new InvalidOperationException());

    [WebhookAlert(LogLevel.Error, "The first line broke {times} times")]
    private static partial bool Line1Broke(AlertPipeline pipeline, int times);

    [WebhookAlert(LogLevel.Error, "The second line broke {times} times")]
    private static partial bool Line2Broke(AlertPipeline pipeline, int times);

    private IEnumerable<string> Misspelt()
        => _log.GetSnapshot().Where(record => record.Id.Name == "OverrideUnknown").Select(record => record.Message);
}
