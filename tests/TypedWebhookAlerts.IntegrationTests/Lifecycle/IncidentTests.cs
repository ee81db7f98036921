using TypedWebhookAlerts.Capture;
using TypedWebhookAlerts.IntegrationTests.Scenarios;
using TypedWebhookAlerts.Testing;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Lifecycle;

/// <summary>An incident is one message: how it goes and how it ends are added to it.</summary>
public sealed class IncidentTests
{
    private const int Green = 0x2ECC71;
    private const int CriticalColor = 0x8B0000;

    [Fact]
    public async Task ItsCourseAndItsEndAreAddedToItsMessageWhichTurnsGreen()
    {
        await using var run = new VirtualRun();
        var incident = run.Pipeline.Begin(FollowedAlerts.DatabaseDown, "*db-1*");
        run.Run(TimeSpan.FromMinutes(2));
        var opened = Single(run);
        var told = run.Time.GetUtcNow().ToUnixTimeSeconds();
        incident.Update("failing *over*\nto db-2");
        run.Run(TimeSpan.FromSeconds(34));
        var updated = Single(run);
        incident.Resolve("back");
        Assert.True(run.Flush(TimeSpan.FromMinutes(1)));
        var ended = Single(run);

        Assert.Equal("delivered", (await incident.Delivered).ToString());
        Assert.StartsWith("About \\*db-1\\*\n", opened.Description, StringComparison.Ordinal);
        Assert.Equal($"{opened.Description}\n<t:{told}:T> failing \\*over\\* to db-2", updated.Description);
        Assert.Equal($"{updated.Description}\n**Resolved after 2 min 34 s:** back", ended.Description);
        Assert.Equal((CriticalColor, CriticalColor, Green), (opened.Color, updated.Color, ended.Color));
        Assert.Equal(
            opened with { Description = null, Color = null },
            ended with { Description = null, Color = null, Fields = opened.Fields });
        Assert.Equal(opened.Fields, ended.Fields);
        Assert.Equal(
            "raised=3 refused=0 accepted=3 delivered=1 coalesced=2 dropped=0 spooled=0 pending=0",
            run.Pipeline.Ledger.ToString());
    }

    [Fact]
    public async Task AsPlainContentItsCourseAndItsEndAreAddedAsWell()
    {
        await using var run = new VirtualRun((options, _) => options.UseEmbeds = false);
        var incident = run.Pipeline.Begin(FollowedAlerts.DatabaseDown, "db-1");
        run.Run(TimeSpan.FromSeconds(5));
        var opened = Assert.Single(run.Discord.Messages).Content;
        incident.Update("failing over");
        run.Run(TimeSpan.FromSeconds(5));
        incident.Resolve();
        Assert.True(run.Flush(TimeSpan.FromMinutes(1)));

        var ended = Assert.Single(run.Discord.Messages).Content!;
        Assert.StartsWith(opened!, ended, StringComparison.Ordinal);
        Assert.EndsWith(":T> failing over\n🟢 **Resolved after 10 s**", ended, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OneWithItsWholeStackTraceInAFileGrowsAndTurnsGreenAsWell()
    {
        await using var run = new VirtualRun((options, _) => options.AttachLongTraces = true);
        var incident = run.Pipeline.Begin(FollowedAlerts.Deep, "x");
        run.Run(TimeSpan.FromSeconds(5));
        incident.Update("still");
        run.Run(TimeSpan.FromSeconds(5));
        incident.Resolve();
        Assert.True(run.Flush(TimeSpan.FromMinutes(1)));

        var embed = Single(run);
        Assert.Equal(Green, embed.Color);
        Assert.EndsWith(":T> still\n**Resolved after 10 s**", embed.Description, StringComparison.Ordinal);
        Assert.Equal(
            (3, 0), (run.Pipeline.Ledger.Delivered + run.Pipeline.Ledger.Coalesced, run.Pipeline.Ledger.Pending));
    }

    [Fact]
    public async Task ItIsAloneInItsMessageWhateverWaitsBesideIt()
    {
        await using var run = new VirtualRun(beforeStart: pipeline =>
        {
            pipeline.Raise(FollowedAlerts.Warned, "1");
            pipeline.Begin(FollowedAlerts.JobFailed, "2");
            pipeline.Raise(FollowedAlerts.Warned, "3");
            pipeline.Raise(FollowedAlerts.Warned, "4");
        });
        Assert.True(run.Flush(TimeSpan.FromMinutes(1)));

        Assert.Single(
            run.Discord.Messages.Single(message => message.Embeds.Any(embed => embed.Color == 0xFF0000)).Embeds);
        Assert.Equal(4, run.Shown);
    }

    [Fact]
    public async Task AnUpdateIsShownWithinAboutASecondAndNotAfterTheCountersPause()
    {
        await using var run = new VirtualRun();
        var incident = run.Pipeline.Begin(FollowedAlerts.DatabaseDown, "db-1");
        run.Run(TimeSpan.FromMilliseconds(100));
        for (var i = 0; i < 5; i++)
        {
            incident.Update($"step {i}");
            Assert.True(
                run.RunUntil(() => Single(run).Description!.Contains($"step {i}"), TimeSpan.FromSeconds(1.1)), $"{i}");
        }
    }

    [Fact]
    public async Task WhatIsToldBeforeItIsPostedIsInItsFirstMessage()
    {
        AlertIncident? incident = null;
        await using var run = new VirtualRun(beforeStart: pipeline =>
        {
            incident = pipeline.Begin(FollowedAlerts.DatabaseDown, "db-1");
            incident.Update("failing over");
            incident.Resolve("back");
        });
        Assert.True(run.Flush(TimeSpan.FromMinutes(1)));

        Assert.Equal("delivered", (await incident!.Delivered).ToString());
        Assert.Contains(
            "failing over\n**Resolved after less than a second:** back",
            Single(run).Description,
            StringComparison.Ordinal);
        Assert.Equal(
            (3, 1, 2), (run.Pipeline.Ledger.Accepted, run.Pipeline.Ledger.Delivered, run.Pipeline.Ledger.Coalesced));
    }

    [Fact]
    public async Task OfManyUpdatesTheNewestAreShownAndTheOthersCounted()
    {
        await using var run = new VirtualRun();
        var incident = run.Pipeline.Begin(FollowedAlerts.DatabaseDown, "db-1");
        for (var i = 1; i <= 1200; i++)
        {
            incident.Update($"step {i}");
        }

        Assert.True(run.Flush(TimeSpan.FromMinutes(1)));
        var lines = Single(run).Description!.Split('\n');
        var shown = lines.Count(line => line.Contains(":T> step ", StringComparison.Ordinal));
        Assert.InRange(shown, 20, 48);
        Assert.Contains($"-# {1200 - shown:N0} earlier updates", lines);
        Assert.EndsWith(":T> step 1200", lines[^1], StringComparison.Ordinal);
        Assert.Equal(1200, run.Pipeline.Ledger.Coalesced);
    }

    [Fact]
    public async Task ACallerThatTellsAThousandTimesASecondTakesTheChannelFromNobody()
    {
        await using var run = new VirtualRun();
        var incident = run.Pipeline.Begin(FollowedAlerts.JobFailed, "job");
        for (var second = 0; second < 60; second++)
        {
            for (var i = 0; i < 1000; i++)
            {
                incident.Update($"{second}.{i}");
            }

            if (second % 10 == 0)
            {
                run.Pipeline.Raise(FollowedAlerts.Warned, $"{second}");
            }

            run.Run(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(7, run.Discord.Messages.Count);
        Assert.True(run.Flush(TimeSpan.FromMinutes(1)));
        Assert.Contains("59.999", Shown(run)[0].Description, StringComparison.Ordinal);
        Assert.InRange(run.Discord.Requests.Count, 10, 31);
        Assert.DoesNotContain(run.Discord.Requests, request => request.StatusCode == 429);
        var ledger = run.Pipeline.Ledger;
        Assert.Equal(60_007, ledger.Raised);
        Assert.Equal(ledger.Accepted, ledger.Delivered + ledger.Coalesced);
    }

    [Fact]
    public async Task ACriticalOnesUpdateArrivesWhileABurstFillsTheChannel()
    {
        await using var run = new VirtualRun();
        var incident = run.Pipeline.Begin(FollowedAlerts.DatabaseDown, "db-1");
        run.Run(TimeSpan.FromSeconds(5));
        for (var i = 0; i < 400; i++)
        {
            run.Pipeline.Raise(FollowedAlerts.Warned, $"{i}");
        }

        run.Run(TimeSpan.FromSeconds(15));
        incident.Update("failing over");
        Assert.True(run.RunUntil(() => Shown(run)[0].Description!.Contains("failing over"), TimeSpan.FromSeconds(10)));
        Assert.True(run.Pipeline.Ledger.Pending > 0);
    }

    [Fact]
    public async Task EqualOnesShareAMessageThatIsGreenWhenTheLastOfThemIsResolved()
    {
        await using var run = new VirtualRun();
        var first = run.Pipeline.Begin(FollowedAlerts.DatabaseDown, "db-1");
        var second = run.Pipeline.Begin(FollowedAlerts.DatabaseDown, "db-1");
        run.Run(TimeSpan.FromSeconds(10));
        first.Resolve("one is back");
        run.Run(TimeSpan.FromSeconds(10));
        var half = Single(run);
        second.Update("still");
        second.Resolve();
        Assert.True(run.Flush(TimeSpan.FromMinutes(1)));
        var whole = Single(run);

        Assert.Equal("coalesced", (await second.Delivered).ToString());
        Assert.Equal((CriticalColor, Green), (half.Color, whole.Color));
        Assert.Contains(":T> **1 of 2 resolved** one is back\n-# ×2", half.Description, StringComparison.Ordinal);
        Assert.Contains(":T> still\n**Resolved after 20 s**\n-# ×2", whole.Description, StringComparison.Ordinal);
        Assert.Equal(
            "raised=5 refused=0 accepted=5 delivered=1 coalesced=4 dropped=0 spooled=0 pending=0",
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

        Assert.EndsWith("\n**Resolved after less than a second**", Single(run).Description, StringComparison.Ordinal);
        Assert.Equal(2, run.Pipeline.Ledger.Raised);
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
        Assert.Equal((2, 2), (run.Shown, run.Pipeline.Ledger.Coalesced));
        Assert.Equal(1, run.Pipeline.Ledger.Refused);
    }

    [Fact]
    public async Task WhatIsToldOfOneThatNoRouteTakesIsCountedAsItIs()
    {
        await using var run = new VirtualRun((options, _) => options.Routes.Clear());
        run.Pipeline.Begin(FollowedAlerts.DatabaseDown, "db-1").Resolve();
        Assert.True(run.Flush(TimeSpan.FromMinutes(1)));

        Assert.Equal((2, 2), (run.Pipeline.Ledger.Accepted, run.Pipeline.Ledger.DroppedBy[DropReason.NoRoute]));
    }

    [Fact]
    public async Task WhatBeginsAnewAfterItsEndIsAMessageOfItsOwn()
    {
        await using var run = new VirtualRun();
        var first = run.Pipeline.Begin(FollowedAlerts.DatabaseDown, "db-1");
        Assert.True(run.Flush(TimeSpan.FromMinutes(1)));
        first.Resolve();
        var anew = run.Pipeline.Begin(FollowedAlerts.DatabaseDown, "db-1");
        Assert.True(run.Flush(TimeSpan.FromMinutes(1)));

        Assert.Equal("delivered", (await anew.Delivered).ToString());
        Assert.Equal([Green, CriticalColor], Shown(run).Select(embed => embed.Color));
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

        Assert.EndsWith("**Resolved after 3 h 0 min**", Single(run).Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OneWithoutADescriptionGetsOne()
    {
        await using var run = new VirtualRun();
        var incident = run.Pipeline.Begin(FollowedAlerts.OnlyFields, "x");
        run.Run(TimeSpan.FromSeconds(5));
        Assert.Null(Single(run).Description);
        incident.Resolve();
        Assert.True(run.Flush(TimeSpan.FromMinutes(1)));

        Assert.Equal("**Resolved after 5 s**", Single(run).Description);
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

        Assert.Contains("could not be read", Single(run).Description, StringComparison.Ordinal);
        Assert.Equal(Green, Single(run).Color);
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

        var lines = Single(run).Description!.Split('\n');
        Assert.StartsWith("**Resolved", lines[^1], StringComparison.Ordinal);
        Assert.Single(lines, line => line.StartsWith("**Resolved", StringComparison.Ordinal));
    }

    private static SimulatedEmbed Single(VirtualRun run) => Assert.Single(Assert.Single(run.Discord.Messages).Embeds);

    private static List<SimulatedEmbed> Shown(VirtualRun run)
        => [.. run.Discord.Messages.SelectMany(message => message.Embeds)];
}
