using Microsoft.Extensions.Logging;
using StatsBot;
using StatsBot.Channels;
using TypedWebhookAlerts.IntegrationTests.Lifecycle;
using TypedWebhookAlerts.Testing;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.StatsBot;

/// <summary>What decides the sample's exit code.</summary>
public sealed class LedgerAuditTests
{
    [Fact]
    public void WhatAddsUpAndStandsInTheChannelIsNoProblem()
        => Assert.Empty(Problems(Ledger(), alerts: 2, repeats: 3));

    [Theory]
    [InlineData(1, 3)]
    [InlineData(3, 3)]
    [InlineData(2, 2)]
    [InlineData(2, 4)]
    public void AChannelThatHoldsSomethingElseIsOne(long alerts, long repeats)
        => Assert.Contains("route error", Assert.Single(Problems(Ledger(), alerts, repeats)), StringComparison.Ordinal);

    [Fact]
    public void WhatIsPendingIsOne()
        => Assert.Contains(
            "1 alerts were still pending",
            Assert.Single(Problems(Ledger(accepted: 6, pending: 1), alerts: 2, repeats: 3)),
            StringComparison.Ordinal);

    [Fact]
    public void AnEquationThatIsOffIsOne()
        => Assert.Contains(
            "7 accepted are not 5 settled",
            Assert.Single(Problems(Ledger(accepted: 7), alerts: 2, repeats: 3)),
            StringComparison.Ordinal);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AChannelIsCountedAlikeWhetherItShowsEmbedsOrContent(bool areEmbeds)
    {
        await using var run = new Scenarios.VirtualRun((options, _) => options.UseEmbeds = areEmbeds);
        for (var i = 0; i < 12; i++)
        {
            Scenarios.ScenarioAlerts.Numbered(run.Pipeline, i);
            Scenarios.ScenarioAlerts.WorkerStopped(run.Pipeline, "-# ×9 · <t:1:T>\n-# x <t:1:T>");
        }

        Assert.True(run.Flush(TimeSpan.FromMinutes(5)));

        Assert.Equal(new ChannelTally(Alerts: 13, Repeats: 11), ChannelTally.Of(run.Error.Messages));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task WhatAnIncidentTellsIsCountedAsItsRepeats(bool areEmbeds)
    {
        await using var run = new Scenarios.VirtualRun((options, _) => options.UseEmbeds = areEmbeds);
        using var incident = run.Pipeline.Begin(FollowedAlerts.DatabaseDown, "db-1");
        for (var i = 1; i <= 60; i++)
        {
            incident.Update($"<t:1:T> attempt {i}\n**Resolved after 1 s**");
        }

        incident.Resolve("the replica took over");
        Assert.True(run.Flush(TimeSpan.FromMinutes(5)));

        Assert.Equal(new ChannelTally(Alerts: 1, Repeats: 61), ChannelTally.Of(run.Error.Messages));
    }

    private static IEnumerable<string> Problems(AlertLedger ledger, long alerts, long repeats)
        => LedgerAudit.FindProblems(
            ledger, new Dictionary<string, ChannelTally> { ["error"] = new(alerts, repeats) });

    private static AlertLedger Ledger(long accepted = 5, long pending = 0)
    {
        var none = new Dictionary<DropReason, long>();
        var noLevels = new Dictionary<LogLevel, IReadOnlyDictionary<DropReason, long>>();
        return new AlertLedger
        {
            Accepted = accepted,
            Delivered = 2,
            Coalesced = 3,
            Spooled = 0,
            Pending = pending,
            RefusedBy = new Dictionary<RefusalReason, long>(),
            DroppedBy = none,
            DroppedByLevel = noLevels,
            Routes = new Dictionary<string, RouteLedger>
            {
                ["error"] = new()
                {
                    Accepted = 5,
                    Delivered = 2,
                    Coalesced = 3,
                    Spooled = 0,
                    Pending = 0,
                    DroppedBy = none,
                    DroppedByLevel = noLevels,
                },
            },
        };
    }
}
