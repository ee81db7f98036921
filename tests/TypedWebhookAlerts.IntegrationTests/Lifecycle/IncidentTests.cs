using TypedWebhookAlerts.Capture;
using TypedWebhookAlerts.IntegrationTests.Scenarios;
using TypedWebhookAlerts.Testing;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Lifecycle;

/// <summary>An incident is told, its course is told, and its end.</summary>
public sealed class IncidentTests
{
    private const int Green = 0x2ECC71;
    private const int CriticalColor = 0x8B0000;

    [Fact]
    public async Task ItsCourseAndItsEndAreMessagesThatSayWhatTheyAreAbout()
    {
        await using var run = new VirtualRun();
        var incident = run.Pipeline.Begin(FollowedAlerts.DatabaseDown, "*db-1*");
        run.Run(TimeSpan.FromMinutes(2));
        incident.Update("failing *over*");
        run.Run(TimeSpan.FromSeconds(34));
        incident.Resolve("back");
        Assert.True(run.Flush(TimeSpan.FromMinutes(1)));

        var (opening, update, end) = Three(run);
        Assert.Equal("delivered", (await incident.Delivered).ToString());
        Assert.Equal((CriticalColor, CriticalColor, Green), (opening.Color, update.Color, end.Color));
        Assert.StartsWith("About \\*db-1\\*", opening.Description, StringComparison.Ordinal);
        Assert.Equal(("It failed", "It failed"), (update.Title, end.Title));
        Assert.Equal("**Update:** failing \\*over\\*\nAbout \\*db-1\\*", update.Description);
        Assert.Equal("**Resolved after 2 min 34 s:** back\nAbout \\*db-1\\*", end.Description);
        Assert.Empty(update.Fields.Concat(end.Fields));
        Assert.Equal(
            "raised=3 refused=0 accepted=3 delivered=3 coalesced=0 dropped=0 spooled=0 pending=0",
            run.Pipeline.Ledger.ToString());
    }

    [Fact]
    public async Task AfterItsEndNothingIsToldAndDisposingIsAnEnd()
    {
        await using var run = new VirtualRun();
        var incident = run.Pipeline.Begin(FollowedAlerts.DatabaseDown, "db-1");
        incident.Update(" ");
        incident.Update(null!);
        using (incident)
        {
            run.Settle();
        }

        incident.Dispose();
        incident.Resolve("again");
        incident.Update("still");
        Assert.True(run.Flush(TimeSpan.FromMinutes(1)));

        Assert.Equal(2, run.Shown);
        Assert.Equal("**Resolved after less than a second**\nAbout db-1", Shown(run)[^1].Description);
    }

    [Fact]
    public async Task OfWhatWasIgnoredOrRefusedNothingIsTold()
    {
        await using var run = new VirtualRun();
        using (var ignored = run.Pipeline.Begin(FollowedAlerts.Chatter, "a"))
        {
            Assert.Same(AlertIncident.Ignored, ignored);
            ignored.Update("still");
        }

        for (var i = 0; i < 3; i++)
        {
            run.Pipeline.Begin(FollowedAlerts.Limited, $"{i}").Update("told");
        }

        Assert.True(run.Flush(TimeSpan.FromMinutes(1)));

        Assert.Equal("ignored", (await AlertIncident.Ignored.Delivered).ToString());
        Assert.Equal(4, run.Shown);
        Assert.Equal(1, run.Pipeline.Ledger.Refused);
    }

    [Fact]
    public async Task WhatBeginsAnewAfterItsEndIsAMessageOfItsOwn()
    {
        await using var run = new VirtualRun();
        var first = run.Pipeline.Begin(FollowedAlerts.DatabaseDown, "db-1");
        var folded = run.Pipeline.Begin(FollowedAlerts.DatabaseDown, "db-1");
        Assert.True(run.Flush(TimeSpan.FromMinutes(1)));
        first.Resolve();
        var anew = run.Pipeline.Begin(FollowedAlerts.DatabaseDown, "db-1");
        Assert.True(run.Flush(TimeSpan.FromMinutes(1)));

        Assert.Equal("coalesced", (await folded.Delivered).ToString());
        Assert.Equal("delivered", (await anew.Delivered).ToString());
        Assert.Equal(3, run.Shown);
    }

    [Fact]
    public async Task OneThatBeganBeforeTheStartLastsFromItsCall()
    {
        AlertIncident? incident = null;
        await using var run = new VirtualRun(
            beforeStart: pipeline => incident = pipeline.Begin(FollowedAlerts.DatabaseDown, "db-1"));
        run.Run(TimeSpan.FromHours(3));
        incident!.Resolve();
        Assert.True(run.Flush(TimeSpan.FromMinutes(1)));

        Assert.Equal("**Resolved after 3 h 0 min**\nAbout db-1", Shown(run)[^1].Description);
    }

    [Fact]
    public async Task OneWithoutWordsOfItsOwnIsNamed()
    {
        await using var run = new VirtualRun();
        run.Pipeline.Begin(FollowedAlerts.OnlyFields, "x").Resolve();
        Assert.True(run.Flush(TimeSpan.FromMinutes(1)));

        Assert.Equal("**Resolved after less than a second**\nOnlyFields", Shown(run)[^1].Description);
    }

    [Fact]
    public async Task OneWhoseArgumentsCouldNotBeReadIsToldOfAsWell()
    {
        await using var run = new VirtualRun();
        var incident = AlertIncident.Open(run.Pipeline, FollowedAlerts.DatabaseDown);
        Assert.True(run.Pipeline.RaiseUnreadable(
            FollowedAlerts.DatabaseDown, new InvalidOperationException(), incident));
        incident.Resolve();
        Assert.True(run.Flush(TimeSpan.FromMinutes(1)));

        Assert.Contains("could not be read", Shown(run)[^1].Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AfterThePipelineItThrowsNothingAndIsCountedAsRefused()
    {
        var run = new VirtualRun();
        var incident = run.Pipeline.Begin(FollowedAlerts.DatabaseDown, "db-1");
        await run.DisposeAsync();

        incident.Update("still");
        incident.Resolve();

        Assert.Equal(2, run.Pipeline.Ledger.RefusedBy[RefusalReason.Closed]);
    }

    [Fact]
    public async Task FromManyThreadsItEndsOnceAndNothingFollowsItsEnd()
    {
        await using var run = new VirtualRun();
        var incident = run.Pipeline.Begin(FollowedAlerts.DatabaseDown, "db-1");
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            incident.Update("still");
            incident.Resolve();
            incident.Update("late");
        })));
        Assert.True(run.Flush(TimeSpan.FromMinutes(1)));

        var shown = Shown(run);
        Assert.StartsWith("**Resolved", shown[^1].Description, StringComparison.Ordinal);
        Assert.Single(shown, embed => embed.Color == Green);
    }

    private static (SimulatedEmbed Opening, SimulatedEmbed Update, SimulatedEmbed End) Three(VirtualRun run)
    {
        var shown = Shown(run);
        Assert.Equal(3, shown.Count);
        return (shown[0], shown[1], shown[2]);
    }

    private static List<SimulatedEmbed> Shown(VirtualRun run)
        => [.. run.Discord.Messages.SelectMany(message => message.Embeds)];
}
