using System.Net;
using TypedWebhookAlerts.IntegrationTests.Scenarios;
using TypedWebhookAlerts.Testing;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Lifecycle;

/// <summary>An incident is told to its end, whatever becomes of its message, and says so when nobody ends it.</summary>
public sealed class IncidentTroubleTests
{
    private const int Green = 0x2ECC71;

    [Fact]
    public async Task WhenItsMessageIsDeletedItIsPostedAsItStandsAndGoesOnThere()
    {
        await using var run = new VirtualRun();
        var incident = run.Pipeline.Begin(FollowedAlerts.DatabaseDown, "db-1");
        incident.Update("first");
        run.Run(TimeSpan.FromSeconds(5));
        var first = Assert.Single(run.Discord.Messages);
        run.Delete(first);
        incident.Update("second");
        run.Run(TimeSpan.FromSeconds(5));
        var anew = Assert.Single(run.Discord.Messages);
        incident.Resolve();
        Assert.True(run.Flush(TimeSpan.FromMinutes(1)));
        var last = Assert.Single(run.Discord.Messages);

        Assert.NotEqual(first.Id, anew.Id);
        Assert.Contains("first\n", anew.Embeds[0].Description, StringComparison.Ordinal);
        Assert.EndsWith("second", anew.Embeds[0].Description, StringComparison.Ordinal);
        Assert.Equal((anew.Id, Green), (last.Id, last.Embeds[0].Color));
        Assert.Equal(
            "raised=4 refused=0 accepted=4 delivered=1 coalesced=3 dropped=0 spooled=0 pending=0",
            run.Pipeline.Ledger.ToString());
    }

    [Fact]
    public async Task WhoeverDeletesItThreeTimesIsNotFoughtAndWhatIsToldAfterIsDropped()
    {
        await using var run = new VirtualRun();
        var incident = run.Pipeline.Begin(FollowedAlerts.DatabaseDown, "db-1");
        run.Run(TimeSpan.FromSeconds(5));
        for (var i = 0; i < 3; i++)
        {
            run.Delete(Assert.Single(run.Discord.Messages));
            incident.Update($"{i}");
            run.Run(TimeSpan.FromSeconds(10));
        }

        incident.Resolve();
        Assert.True(run.Flush(TimeSpan.FromMinutes(1)));
        Assert.Equal(0, run.Shown);
        Assert.Single(run.Notes);
        Assert.Equal((2, 2), (run.Pipeline.Ledger.Coalesced, run.Pipeline.Ledger.DroppedBy[DropReason.MessageGone]));
        Assert.Equal(0, run.Pipeline.Ledger.Pending);
    }

    [Fact]
    public async Task OneOfManyHoursEndsInGreenThoughOldMessagesTakeFewEdits()
    {
        SimulatedWebhook? webhook = null;
        var time = new VirtualTime();
        await using var discord = new DiscordSimulator(
            new DiscordSimulatorOptions { TimeProvider = time, OldMessageEditLimit = 1 });
        await using var run = new VirtualRun((options, _) =>
        {
            options.HttpMessageHandler = discord.CreateHandler;
            options.TimeProvider = time;
            webhook = discord.AddWebhook();
            options.Routes["error"].Url = webhook.Url;
        });
        var incident = run.Pipeline.Begin(FollowedAlerts.DatabaseDown, "db-1");
        Advance(TimeSpan.FromSeconds(1));
        for (var i = 0; i < 6; i++)
        {
            Advance(TimeSpan.FromMinutes(70));
            incident.Update($"still {i}");
            Advance(TimeSpan.FromSeconds(10));
            incident.Update($"and {i}");
            Advance(TimeSpan.FromSeconds(10));
        }

        incident.Resolve();
        Advance(TimeSpan.FromSeconds(10));

        var messages = webhook!.Messages;
        Assert.InRange(messages.Count, 3, 8);
        Assert.Equal(Green, messages[^1].Embeds[0].Color);
        Assert.All(Enumerable.Range(0, 6), i => Assert.Contains(
            $"and {i}\n", messages[^1].Embeds[0].Description, StringComparison.Ordinal));
        Assert.Equal(13, run.Pipeline.Ledger.Coalesced);

        void Advance(TimeSpan by)
        {
            var end = time.GetUtcNow() + by;
            while (time.GetUtcNow() < end)
            {
                run.Settle();
                var left = end - time.GetUtcNow();
                if (!time.AdvanceToNext(left))
                {
                    time.Advance(left);
                }
            }

            run.Settle();
        }
    }

    [Fact]
    public async Task WhenAnEditFailsTheNextShowsItAll()
    {
        await using var run = new VirtualRun();
        var incident = run.Pipeline.Begin(FollowedAlerts.DatabaseDown, "db-1");
        run.Run(TimeSpan.FromSeconds(5));
        run.Faults
            .On(HttpMethod.Patch)
            .ThenAnswer(HttpStatusCode.BadGateway)
            .ThenFail(HttpRequestError.ConnectionError);
        incident.Update("first");
        run.Run(TimeSpan.FromSeconds(2));
        incident.Resolve();
        run.Run(TimeSpan.FromSeconds(30));

        var message = Assert.Single(run.Discord.Messages);
        Assert.Equal((1, Green), (message.Edits, message.Embeds[0].Color));
        Assert.Equal(0, run.Pipeline.Ledger.Pending);
    }

    [Fact]
    public async Task MoreThanAreKeptOnDisplayAreAllToldToTheirEnd()
    {
        const int Incidents = 100;
        await using var run = new VirtualRun();
        var incidents = Enumerable.Range(0, Incidents)
            .Select(i => run.Pipeline.Begin(FollowedAlerts.JobFailed, $"job {i}")).ToList();
        Assert.True(run.Flush(TimeSpan.FromMinutes(30)));
        Assert.Equal(Incidents, run.Discord.Messages.Count);
        run.Run(TimeSpan.FromMinutes(30));
        incidents.ForEach(incident => incident.Resolve("done"));
        Assert.True(run.Flush(TimeSpan.FromMinutes(30)));

        Assert.All(Enumerable.Range(0, Incidents), i => Assert.Single(
            run.Discord.Messages,
            message => message.Embeds[0].Description!.StartsWith($"About job {i}\n", StringComparison.Ordinal)
                && message.Embeds[0].Color == Green));
        Assert.Equal((Incidents, Incidents), (run.Pipeline.Ledger.Delivered, run.Pipeline.Ledger.Coalesced));
    }

    [Fact]
    public async Task OneThatPassesWithinOpenAfterIsNeverSeen()
    {
        await using var run = new VirtualRun((options, _) => options.OpenAfter = TimeSpan.FromSeconds(30));
        var incident = run.Pipeline.Begin(FollowedAlerts.DatabaseDown, "db-1");
        var equal = run.Pipeline.Begin(FollowedAlerts.DatabaseDown, "db-1");
        run.Run(TimeSpan.FromSeconds(10));
        Assert.Equal(2, run.Pipeline.Ledger.Pending);
        incident.Update("flapping");
        incident.Resolve();
        run.Run(TimeSpan.FromSeconds(19));
        equal.Resolve();
        run.Run(TimeSpan.FromMinutes(5));

        Assert.Empty(run.Discord.Messages);
        Assert.Equal("dropped (Resolved)", (await incident.Delivered).ToString());
        Assert.Equal("dropped (Resolved)", (await equal.Delivered).ToString());
        Assert.Equal(
            "raised=5 refused=0 accepted=5 delivered=0 coalesced=0 dropped=5 spooled=0 pending=0",
            run.Pipeline.Ledger.ToString());
        Assert.Equal(5, run.Pipeline.Ledger.Routes["error"].DroppedBy[DropReason.Resolved]);
    }

    [Theory]
    [InlineData(-3600, 10, true)]
    [InlineData(3600, 10, true)]
    [InlineData(-3600, 40, false)]
    public async Task WhetherOnePassesUnseenIsDecidedByHowLongItLastedWhateverTheTimeOfDayDoes(
        int jump, int seconds, bool isUnseen)
    {
        AdjustedTime? clock = null;
        await using var run = new VirtualRun((options, _) =>
        {
            options.OpenAfter = TimeSpan.FromSeconds(30);
            options.TimeProvider = clock = new AdjustedTime(options.TimeProvider);
        });
        var incident = run.Pipeline.Begin(FollowedAlerts.DatabaseDown, "db-1");
        run.Run(TimeSpan.FromSeconds(seconds));
        clock!.Adjust(TimeSpan.FromSeconds(jump));
        incident.Resolve();
        run.Run(TimeSpan.FromMinutes(5));

        Assert.Equal(isUnseen ? 0 : 1, run.Shown);
        Assert.Equal(isUnseen ? 2 : 0, run.Pipeline.Ledger.DroppedBy[DropReason.Resolved]);
    }

    [Fact]
    public async Task OneThatLastsLongerIsShownThenInOneMessageWithAllThatCameMeanwhile()
    {
        await using var run = new VirtualRun((options, _) => options.OpenAfter = TimeSpan.FromSeconds(30));
        var incident = run.Pipeline.Begin(FollowedAlerts.DatabaseDown, "db-1");
        run.Run(TimeSpan.FromSeconds(10));
        incident.Update("failing over");
        run.Run(TimeSpan.FromSeconds(19.9));
        Assert.Empty(run.Discord.Messages);
        run.Run(TimeSpan.FromSeconds(0.2));

        var message = Assert.Single(run.Discord.Messages);
        Assert.Equal(0, message.Edits);
        Assert.EndsWith("failing over", message.Embeds[0].Description, StringComparison.Ordinal);
        Assert.Null(run.Time.NextDue);
        incident.Resolve();
        Assert.True(run.Flush(TimeSpan.FromMinutes(1)));
        Assert.Equal(Green, Assert.Single(run.Discord.Messages).Embeds[0].Color);
    }

    [Fact]
    public async Task AnAlertsOwnOpenAfterGoesBeforeTheOptions()
    {
        await using var run = new VirtualRun((options, _) => options.OpenAfter = TimeSpan.FromMinutes(30));
        run.Pipeline.Begin(FollowedAlerts.Patient, "1");
        run.Run(TimeSpan.FromSeconds(59));
        Assert.Empty(run.Discord.Messages);
        run.Run(TimeSpan.FromSeconds(2));
        Assert.Single(run.Discord.Messages);
    }

    [Fact]
    public async Task AFlushShowsAHiddenOneAtOnce()
    {
        await using var run = new VirtualRun((options, _) => options.OpenAfter = TimeSpan.FromMinutes(30));
        using var incident = run.Pipeline.Begin(FollowedAlerts.DatabaseDown, "db-1");
        Assert.True(run.Flush(TimeSpan.FromSeconds(1)));
        Assert.Single(run.Discord.Messages);
    }

    [Fact]
    public async Task OneThatLastedLongerBeforeTheStartIsShownThoughItsEndIsKnown()
    {
        await using var run = new VirtualRun(
            (options, _) => options.OpenAfter = TimeSpan.FromTicks(1),
            beforeStart: pipeline =>
            {
                var incident = pipeline.Begin(FollowedAlerts.DatabaseDown, "db-1");
                SpinWait.SpinUntil(() => false, 50);
                incident.Resolve();
            });
        run.Run(TimeSpan.FromSeconds(5));

        Assert.Equal(Green, Assert.Single(run.Discord.Messages).Embeds[0].Color);
    }

    [Fact]
    public async Task WhereItsWebhookIsGoneItIsToldToItsEndByTheFallbackRoute()
    {
        await using var run = WithFallback(out var other);
        run.Settle();
        run.Discord.RemoveWebhook(run.Error);
        var incident = run.Pipeline.Begin(FollowedAlerts.DatabaseDown, "db-1");
        Assert.True(run.Flush(TimeSpan.FromMinutes(1)));
        incident.Update("failing over");
        Assert.True(run.Flush(TimeSpan.FromMinutes(1)));
        incident.Resolve("back");
        Assert.True(run.Flush(TimeSpan.FromMinutes(1)));

        AssertToldToItsEnd(other);
        Assert.Equal("delivered", (await incident.Delivered).ToString());
        Assert.Equal((1, 2), (run.Pipeline.Ledger.Delivered, run.Pipeline.Ledger.Coalesced));
        run.Pipeline.AssertSettled();
    }

    [Fact]
    public async Task WhenItsWebhookGoesWhileItIsOnDisplayTheFallbackRouteShowsItAsItStands()
    {
        await using var run = WithFallback(out var other);
        var incident = run.Pipeline.Begin(FollowedAlerts.DatabaseDown, "db-1");
        Assert.True(run.Flush(TimeSpan.FromMinutes(1)));
        run.Discord.RemoveWebhook(run.Error);
        incident.Update("failing over");
        Assert.True(run.Flush(TimeSpan.FromMinutes(1)));
        run.Pipeline.Ledger.AssertAddsUp();
        incident.Resolve("back");
        Assert.True(run.Flush(TimeSpan.FromMinutes(1)));

        AssertToldToItsEnd(other);
        Assert.Equal((1, 2), (run.Pipeline.Ledger.Delivered, run.Pipeline.Ledger.Coalesced));
        run.Pipeline.AssertSettled();
    }

    [Fact]
    public async Task ItsEndFindsRoomWhereTheRingHasNone()
    {
        AlertIncident? incident = null;
        await using var run = new VirtualRun(beforeStart: pipeline =>
        {
            incident = pipeline.Begin(FollowedAlerts.JobFailed, "job");
            incident.Update("still");
            Fill(pipeline);
            incident.Update("no room for this");
            incident.Resolve("done");
            Assert.Equal(3, pipeline.Ledger.RefusedBy[RefusalReason.Full]);
        });
        Assert.True(run.Flush(TimeSpan.FromMinutes(5)));

        var embed = Assert.Single(
            run.Discord.Messages.SelectMany(message => message.Embeds), embed => embed.Color == Green);
        Assert.Contains(
            "still\n**Resolved after less than a second:** done", embed.Description, StringComparison.Ordinal);
        Assert.Equal("delivered", (await incident!.Delivered).ToString());
        run.Pipeline.AssertSettled();
    }

    [Fact]
    public async Task AnEndThatWaitsBesideTheRingIsCountedThoughNobodyEverStarts()
    {
        var pipeline = new AlertPipeline();
        var incident = pipeline.Begin(FollowedAlerts.JobFailed, "job");
        Fill(pipeline);
        var before = pipeline.Ledger;
        incident.Resolve("done");
        incident.Resolve("again");
        var waiting = pipeline.Ledger;
        await pipeline.DisposeAsync();
        incident.Resolve("late");

        Assert.Equal(
            (before.Raised + 1, before.Pending + 1, before.Refused),
            (waiting.Raised, waiting.Pending, waiting.Refused));
        Assert.Equal((waiting.Pending, 0), (pipeline.Ledger.DroppedBy[DropReason.Closed], pipeline.Ledger.Pending));
        Assert.Equal(waiting.Raised, pipeline.Ledger.Raised);
    }

    [Fact]
    public async Task WhenTheProcessEndsUndisposedItsMessageSaysThatItIsUnresolvedUntilItGoesOnAfterAll()
    {
        await using var run = new VirtualRun();
        var incident = run.Pipeline.Begin(FollowedAlerts.DatabaseDown, "db-1");
        run.Run(TimeSpan.FromMinutes(10));

        // The clock stands still: nothing that is left to do waits for it.
        run.Pipeline.EndWithProcess("Terminated (SIGTERM)");
        var stopped = Assert.Single(run.Discord.Messages).Embeds[0].Description;
        incident.Update("not yet");
        Assert.True(run.Flush(TimeSpan.FromMinutes(1)));
        var again = Assert.Single(run.Discord.Messages).Embeds[0].Description;

        Assert.EndsWith(":T> **Unresolved when the application stopped**", stopped, StringComparison.Ordinal);
        Assert.DoesNotContain("Unresolved", again, StringComparison.Ordinal);
        Assert.EndsWith(":T> not yet", again, StringComparison.Ordinal);
        incident.Resolve();
        Assert.True(run.Flush(TimeSpan.FromMinutes(1)));
        Assert.Equal(Green, Assert.Single(run.Discord.Messages).Embeds[0].Color);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(30)]
    public async Task WhenTheApplicationStopsBeforeItsEndItsMessageSaysSo(int openAfterMinutes)
    {
        var run = new VirtualRun((options, _) => options.OpenAfter = TimeSpan.FromMinutes(openAfterMinutes));
        var open = run.Pipeline.Begin(FollowedAlerts.DatabaseDown, "db-1");
        run.Pipeline.Begin(FollowedAlerts.JobFailed, "job").Resolve();
        open.Update("failing over");
        run.Run(TimeSpan.FromMinutes(10));

        // The clock stands still: nothing that is left to do waits for it.
        await run.Pipeline.DisposeAsync();
        await run.DisposeAsync();

        var embeds = run.Discord.Messages.SelectMany(message => message.Embeds).ToList();
        var unresolved = Assert.Single(embeds, embed => embed.Description!.Contains("About db-1"));
        Assert.EndsWith(
            ":T> **Unresolved when the application stopped**", unresolved.Description, StringComparison.Ordinal);
        Assert.Contains("failing over\n", unresolved.Description, StringComparison.Ordinal);
        Assert.NotEqual(Green, unresolved.Color);
        Assert.Equal(openAfterMinutes == 0 ? 2 : 1, embeds.Count);
        Assert.Equal((4, 0), (run.Pipeline.Ledger.Accepted, run.Pipeline.Ledger.Pending));
        Assert.Equal("delivered", (await open.Delivered).ToString());
    }

    [Fact]
    public async Task OfMoreThanAreRememberedTheOldestHiddenOneIsShown()
    {
        const int Remembered = 1024;
        await using var run = new VirtualRun((options, _) => options.OpenAfter = TimeSpan.FromMinutes(30));
        for (var i = 0; i <= Remembered; i++)
        {
            run.Pipeline.Begin(FollowedAlerts.JobFailed, $"job {i}");
        }

        run.Run(TimeSpan.FromMinutes(1));
        Assert.StartsWith(
            "About job 0\n",
            Assert.Single(run.Discord.Messages).Embeds[0].Description + "\n",
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task BlankWordsOfItsEndAreNoWords()
    {
        await using var run = new VirtualRun();
        var incident = run.Pipeline.Begin(FollowedAlerts.JobFailed, "job");
        incident.Resolve(" ");
        Assert.True(run.Flush(TimeSpan.FromMinutes(5)));

        var embed = Assert.Single(
            run.Discord.Messages.SelectMany(message => message.Embeds), embed => embed.Color == Green);
        Assert.Matches(@"\*\*Resolved after [^:*]+\*\*", embed.Description);
    }

    private static VirtualRun WithFallback(out SimulatedWebhook other)
    {
        SimulatedWebhook? fallback = null;
        var run = new VirtualRun((options, discord) =>
        {
            fallback = discord.AddWebhook("other");
            options.Route("other", fallback.Url);
            options.Routes["error"].Fallback = "other";
        });
        other = fallback!;
        return run;
    }

    private static void AssertToldToItsEnd(SimulatedWebhook webhook)
    {
        var embed = Assert.Single(
            webhook.Messages.SelectMany(message => message.Embeds), embed => !VirtualRun.IsNote(embed));
        Assert.StartsWith("About db-1\n", embed.Description, StringComparison.Ordinal);
        Assert.Contains("failing over\n**Resolved after ", embed.Description, StringComparison.Ordinal);
        Assert.Equal(Green, embed.Color);
    }

    /// <summary>Leaves no room in the ring for what is not Critical.</summary>
    private static void Fill(AlertPipeline pipeline)
    {
        var text = new string('x', 1000);
        while (pipeline.Ledger.RefusedBy[RefusalReason.Full] == 0)
        {
            pipeline.Raise(FollowedAlerts.Warned, text);
        }

        while (pipeline.Ledger.RefusedBy[RefusalReason.Full] == 1)
        {
            pipeline.Raise(FollowedAlerts.Warned, (string?)null);
        }
    }
}
