using System.Globalization;
using System.Net;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using TypedWebhookAlerts.IntegrationTests.Lifecycle;
using TypedWebhookAlerts.IntegrationTests.Scenarios;
using TypedWebhookAlerts.Testing;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Reloading;

/// <summary>A running pipeline takes other options, and loses nothing that waits.</summary>
public sealed class ReloadTests
{
    private static readonly TimeSpan s_long = TimeSpan.FromHours(3);

    private static readonly IComparer<string> s_byNumber =
        Comparer<string>.Create((a, b) => NumberOf(a).CompareTo(NumberOf(b)));

    [Fact]
    public async Task ARouteThatIsAddedTakesItsAlerts()
    {
        await using var run = new VirtualRun();
        run.Pipeline.Joined("ann");
        run.Settle();
        var other = run.Discord.AddWebhook("member-events");

        run.Reload(options => options.Route("member-events", other.Url));
        run.Pipeline.Joined("bob");
        Assert.True(run.Flush(s_long));

        Assert.Equal(["bob joined"], Texts(run, other));
        Assert.Equal(1, run.Pipeline.Ledger.Routes["member-events"].Delivered);
        Assert.Equal(RouteState.Ready, run.Pipeline.Health.Routes["member-events"].State);
    }

    [Fact]
    public async Task WhatWaitsForAWebhookThatFailsGoesToTheNewAddressInItsOrderBeforeWhatIsNewer()
    {
        await using var run = new VirtualRun();
        run.Faults.Break(run.Error, HttpStatusCode.BadGateway);
        Raise(run, 1, 25);
        run.Run(TimeSpan.FromMinutes(2));
        var other = run.Discord.AddWebhook("other");

        run.Reload(options => options.Route("error", other.Url));
        Raise(run, 26, 30);
        Assert.True(run.Flush(s_long));

        Assert.Empty(Texts(run, run.Error));
        Assert.Equal(Enumerable.Range(1, 30).Select(number => $"Number {number}"), Texts(run, other).Order(s_byNumber));
        var late = Texts(run, other).Select(NumberOf).Where(number => number > 10).ToList();
        Assert.Equal(late.Order(), late);
        Assert.Equal((30, 0), (run.Pipeline.Ledger.Delivered, run.Pipeline.Ledger.Dropped));
        Assert.Equal(30, run.Pipeline.Ledger.Routes["error"].Accepted);
        run.Pipeline.AssertSettled();
        Assert.Equal(1, run.Pipeline.Lanes);
    }

    [Fact]
    public async Task OfAWebhookThatIsGoneTheNewAddressIsToldWhatWasLost()
    {
        await using var run = new VirtualRun();
        run.Faults.Break(run.Error, HttpStatusCode.NotFound, """{"code":10015}""");
        run.Pipeline.Numbered(1);
        run.Run(TimeSpan.FromMinutes(1));
        Assert.Equal(1, run.Pipeline.Ledger.DroppedBy[DropReason.NoRoute]);
        var other = run.Discord.AddWebhook("other");

        run.Reload(options => options.Route("error", other.Url));
        run.Pipeline.Numbered(2);
        run.Run(TimeSpan.FromMinutes(1));

        Assert.Equal(RouteState.Ready, run.Pipeline.Health.Routes["error"].State);
        Assert.Contains("did not reach this channel", Assert.Single(run.Notes), StringComparison.Ordinal);
        Assert.Equal(1, run.Pipeline.Ledger.Delivered);
        Assert.Equal(1, run.Pipeline.Lanes);
    }

    [Fact]
    public async Task ARouteThatIsRemovedSendsWhatItHasAndItsLaneEnds()
    {
        await using var run = new VirtualRun(
            (options, discord) => options.Route("info", discord.AddWebhook("info").Url));
        var info = run.Discord.Find("info")!;
        run.Faults.Break(info, HttpStatusCode.BadGateway);
        run.Pipeline.DatabaseDown("db-1");
        run.Run(TimeSpan.FromSeconds(5));

        run.Reload(_ => { });
        Assert.Equal(2, run.Pipeline.Lanes);
        run.Faults.Heal();
        run.Pipeline.DatabaseDown("db-2");
        run.Run(TimeSpan.FromMinutes(10));

        Assert.Equal(["Database db-1 does not answer"], Texts(run, info));
        Assert.Equal(1, run.Pipeline.Lanes);
        Assert.Equal(1, run.Pipeline.Ledger.Routes["info"].Delivered);
        Assert.DoesNotContain(
            "info",
            run.Pipeline.Health.Routes.Where(route => route.Value.State != RouteState.Off).Select(route => route.Key));
        run.Pipeline.AssertSettled();
    }

    [Fact]
    public async Task ARouteThatComesBackGoesOnWithItsAccount()
    {
        await using var run = new VirtualRun(
            (options, discord) => options.Route("info", discord.AddWebhook("info").Url));
        run.Pipeline.DatabaseDown("db-1");
        Assert.True(run.Flush(s_long));

        run.Reload(_ => { });
        run.Reload(options => options.Route("info", run.Discord.Find("info")!.Url));
        run.Pipeline.DatabaseDown("db-2");
        Assert.True(run.Flush(s_long));

        Assert.Equal(2, run.Pipeline.Ledger.Routes["info"].Delivered);
        run.Pipeline.AssertSettled();
    }

    [Fact]
    public async Task ARouteThatIsToSignOtherwiseSignsWhatComesNextAndWhatTheLibraryItselfSays()
    {
        await using var run = new VirtualRun();
        run.Reload(options => options.Routes["error"].Username = "Ops");
        run.Faults.ThenAnswer(HttpStatusCode.BadRequest, """{"code":50035}""");
        run.Pipeline.Numbered(1);
        run.Run(TimeSpan.FromSeconds(1));
        run.Pipeline.Numbered(2);
        run.Run(TimeSpan.FromMinutes(2));

        Assert.Single(run.Notes);
        Assert.Equal(["Ops", "Ops"], run.Discord.Messages.Select(message => message.Username));
    }

    [Fact]
    public async Task AFallbackThatIsTakenAwayTakesNothingMore()
    {
        await using var run = new VirtualRun((options, discord) =>
            options.Route("info", discord.AddWebhook("info").Url).Routes["error"].Fallback = "info");
        var info = run.Discord.Find("info")!;

        run.Reload(options => options.Route("info", info.Url));
        run.Faults.Break(run.Error, HttpStatusCode.BadGateway);
        Raise(run, 1, 3);
        run.Run(TimeSpan.FromMinutes(5));

        Assert.Empty(Texts(run, info));
        Assert.Equal(3, run.Pipeline.Ledger.Pending);
    }

    [Fact]
    public async Task WhatWaitsForARouteThatIsRemovedKeepsTheFallbackThatItHad()
    {
        await using var run = new VirtualRun((options, discord) =>
            options.Route("info", discord.AddWebhook("info").Url).Routes["error"].Fallback = "info");
        var info = run.Discord.Find("info")!;
        run.Faults.Break(run.Error, HttpStatusCode.BadGateway);
        Raise(run, 1, 3);
        run.Run(TimeSpan.FromSeconds(3));

        run.Reload(options => options.Route("info", info.Url).Routes.Remove("error"));
        run.Run(TimeSpan.FromMinutes(5));

        Assert.Equal(["Number 1", "Number 2", "Number 3"], Texts(run, info));
        Assert.Equal(1, run.Pipeline.Lanes);
        run.Pipeline.AssertSettled();
    }

    [Fact]
    public async Task ACounterIsBroughtToItsEndWhereItIsAndTheNextRepeatBeginsAMessageAtTheNewAddress()
    {
        await using var run = new VirtualRun();
        run.Pipeline.LowOn("disk");
        run.Run(TimeSpan.FromSeconds(2));
        run.Pipeline.LowOn("disk");
        run.Settle();
        var other = run.Discord.AddWebhook("other");

        run.Reload(options => options.Route("error", other.Url));
        run.Pipeline.LowOn("disk");
        run.Run(TimeSpan.FromMinutes(1));

        Assert.Contains("×2", Assert.Single(Texts(run, run.Error)), StringComparison.Ordinal);
        Assert.Equal(["Low on disk"], Texts(run, other));
        Assert.Equal((2, 1), (run.Pipeline.Ledger.Delivered, run.Pipeline.Ledger.Coalesced));
        Assert.Equal(1, run.Pipeline.Lanes);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AnIncidentTurnsGreenWhereItIsShownThoughItsRouteLeadsElsewhere(bool isRemoved)
    {
        await using var run = new VirtualRun();
        var incident = run.Pipeline.Begin(FollowedAlerts.JobFailed, "job");
        run.Run(TimeSpan.FromSeconds(5));
        var other = run.Discord.AddWebhook("other");

        run.Reload(options =>
        {
            options.Routes["error"].Url = isRemoved ? null : other.Url;
            options.MinimumLevel = LogLevel.Critical;
        });
        run.Run(TimeSpan.FromDays(1));
        Assert.Equal(isRemoved ? 1 : 2, run.Pipeline.Lanes);
        incident.Resolve("back");
        run.Run(TimeSpan.FromMinutes(1));

        Assert.Contains("back", Assert.Single(Texts(run, run.Error)), StringComparison.Ordinal);
        Assert.Empty(Texts(run, other));
        Assert.Equal(isRemoved ? 0 : 1, run.Pipeline.Lanes);
        Assert.Equal((1, 1), (run.Pipeline.Ledger.Delivered, run.Pipeline.Ledger.Coalesced));
        run.Pipeline.AssertSettled();
    }

    [Fact]
    public async Task AnIncidentWhoseOldWebhookIsGoneGoesOnAtTheNewAddress()
    {
        await using var run = new VirtualRun();
        var incident = run.Pipeline.Begin(FollowedAlerts.JobFailed, "job");
        run.Run(TimeSpan.FromSeconds(5));
        var other = run.Discord.AddWebhook("other");

        run.Reload(options => options.Route("error", other.Url));
        run.Faults.Break(run.Error, HttpStatusCode.NotFound, """{"code":10015}""");
        incident.Update("still");
        run.Run(TimeSpan.FromMinutes(1));
        incident.Resolve("back");
        run.Run(TimeSpan.FromMinutes(1));

        var text = Assert.Single(Texts(run, other));
        Assert.Contains("still", text, StringComparison.Ordinal);
        Assert.Contains("back", text, StringComparison.Ordinal);
        Assert.Equal((1, 2), (run.Pipeline.Ledger.Delivered, run.Pipeline.Ledger.Coalesced));
        run.Pipeline.AssertSettled();
        Assert.Equal(1, run.Pipeline.Lanes);
    }

    [Fact]
    public async Task AnIncidentThatIsNotShownYetIsShownAtTheNewAddress()
    {
        await using var run = new VirtualRun();
        run.Pipeline.Begin(FollowedAlerts.Patient, "job");
        run.Run(TimeSpan.FromSeconds(5));
        var other = run.Discord.AddWebhook("other");

        run.Reload(options => options.Route("error", other.Url));
        run.Run(TimeSpan.FromMinutes(2));

        Assert.Empty(Texts(run, run.Error));
        Assert.Single(Texts(run, other));
        Assert.Equal(1, run.Pipeline.Lanes);
    }

    [Fact]
    public async Task OneThatIsNotShownYetIsShownBeforeItsRouteGoes()
    {
        await using var run = new VirtualRun();
        run.Pipeline.Begin(FollowedAlerts.Patient, "job");
        run.Run(TimeSpan.FromSeconds(5));

        run.Reload(options => options.Routes["error"].Url = null);
        run.Run(TimeSpan.FromSeconds(5));

        Assert.Single(Texts(run, run.Error));
        Assert.Equal(1, run.Pipeline.Ledger.Delivered);
    }

    [Fact]
    public async Task TwoRoutesThatComeToLeadToOneWebhookShowAnAlertThatWaitsOnce()
    {
        await using var run = new VirtualRun(
            (options, discord) => options.Route("info", discord.AddWebhook("info").Url));
        run.Faults.Break(run.Error, HttpStatusCode.BadGateway);
        run.Pipeline.DatabaseDown("db-1");
        run.Run(TimeSpan.FromSeconds(30));

        run.Reload(
            options => options
                .Route("error", run.Discord.Find("info")!.Url)
                .Route("info", run.Discord.Find("info")!.Url));
        run.Run(TimeSpan.FromHours(1));

        Assert.Equal(
            ["Database db-1 does not answer"],
            run.Discord.Messages.SelectMany(message => message.Embeds).Select(embed => embed.Description!));
        Assert.Equal((1, 0), (run.Pipeline.Ledger.Delivered, run.Pipeline.Ledger.Dropped));
        Assert.Equal(1, run.Pipeline.Ledger.Routes["error"].DroppedBy[DropReason.NoRoute]);
        run.Pipeline.AssertSettled();
    }

    [Fact]
    public async Task ALowerBoundOfTheQueueDropsNothingThatWaits()
    {
        await using var run = new VirtualRun();
        run.Faults.Break(run.Error, HttpStatusCode.BadGateway);
        Raise(run, 1, 400);
        run.Run(TimeSpan.FromSeconds(10));

        run.Reload(options => options.MaxQueuedBytes = 64 * 1024);
        run.Faults.Heal();
        Assert.True(run.Flush(s_long));

        Assert.Equal((400, 0), (run.Pipeline.Ledger.Delivered, run.Pipeline.Ledger.Dropped));
    }

    [Fact]
    public async Task ALowerBoundAtTheNewAddressDropsNothingThatMovesThere()
    {
        await using var run = new VirtualRun();
        run.Faults.Break(run.Error, HttpStatusCode.BadGateway);
        Raise(run, 1, 400);
        run.Run(TimeSpan.FromSeconds(10));
        var other = run.Discord.AddWebhook("other");

        run.Reload(options => options.Route("error", other.Url).MaxQueuedBytes = 64 * 1024);
        Assert.True(run.Flush(s_long));

        Assert.Equal((400, 0), (run.Pipeline.Ledger.Delivered, run.Pipeline.Ledger.Dropped));
    }

    [Fact]
    public async Task ALowerBoundOfTheQueueHoldsForWhatComesAndPatienceForWhatWaits()
    {
        await using var run = new VirtualRun();
        run.Faults.Break(run.Error, HttpStatusCode.BadGateway);
        run.Reload(
            options => (options.MaxQueuedBytes, options.Retry.GiveUpAfter) = (64 * 1024, TimeSpan.FromMinutes(1)));
        Raise(run, 1, 400);
        run.Settle();
        Assert.InRange(run.Pipeline.Ledger.DroppedBy[DropReason.QueueFull], 1, 399);

        run.Run(TimeSpan.FromMinutes(3));
        Assert.Equal(0, run.Pipeline.Ledger.Pending);
    }

    [Fact]
    public async Task OfTwoRoutesToOneWebhookOnlyWhatWaitsForTheOneThatMovesDoes()
    {
        await using var run = new VirtualRun((options, _) => options.Route("info", options.Routes["error"].Url!));
        run.Faults.Break(run.Error, HttpStatusCode.BadGateway);
        run.Pipeline.Numbered(1);
        run.Pipeline.Joined("ann");
        run.Run(TimeSpan.FromSeconds(30));
        var other = run.Discord.AddWebhook("other");

        run.Reload(options => options.Route("error", other.Url).Route("info", run.Error.Url));
        run.Run(TimeSpan.FromSeconds(30));
        Assert.Equal(["Number 1"], Texts(run, other));
        run.Faults.Heal();
        Assert.True(run.Flush(s_long));

        Assert.Equal(["ann joined"], Texts(run, run.Error));
    }

    [Fact]
    public async Task WhatWaitsForARouteThatWasRemovedFollowsItWhenItComesBackElsewhere()
    {
        await using var run = new VirtualRun();
        run.Faults.Break(run.Error, HttpStatusCode.BadGateway);
        run.Pipeline.Numbered(1);
        run.Run(TimeSpan.FromSeconds(30));
        run.Reload(options => options.Routes.Remove("error"));
        var other = run.Discord.AddWebhook("other");

        run.Reload(options => options.Route("error", other.Url));
        Assert.True(run.Flush(s_long));

        Assert.Equal(["Number 1"], Texts(run, other));
        Assert.Equal(1, run.Pipeline.Lanes);
        run.Pipeline.AssertSettled();
    }

    [Fact]
    public async Task LimitsAndTimesAreTakenWithoutAStop()
    {
        await using var run = new VirtualRun();
        run.Reload(options => options.MaxRequestsPerMinute = 3);
        Raise(run, 1, 60);
        run.Run(TimeSpan.FromSeconds(50));
        Assert.Single(run.Discord.Messages);

        run.Reload(options => (options.MaxRequestsPerMinute, options.RequestTimeout) = (30, TimeSpan.FromSeconds(2)));
        run.Run(TimeSpan.FromSeconds(5));
        Assert.Equal(60, run.Shown);

        run.Faults.ThenHang();
        run.Pipeline.Numbered(61);
        run.Run(TimeSpan.FromSeconds(3));
        Assert.Equal(1, run.Pipeline.Ledger.DroppedBy[DropReason.Unconfirmed]);
    }

    [Fact]
    public async Task TheLookOfAlertsAndTheirWindowAreTaken()
    {
        await using var run = new VirtualRun();
        run.Reload(options => (options.UseEmbeds, options.CoalesceWindow) = (false, TimeSpan.Zero));
        run.Pipeline.LowOn("disk");
        run.Pipeline.LowOn("disk");
        Assert.True(run.Flush(s_long));

        Assert.Contains("Low on disk", Assert.Single(run.Discord.Messages).Content, StringComparison.Ordinal);
        Assert.Equal(2, run.Pipeline.Ledger.Delivered);
    }

    [Fact]
    public async Task OfReloadsThatComeQuicklyTheLastIsTaken()
    {
        await using var run = new VirtualRun();
        run.Pipeline.Reconfigure(run.Options(options => options.MinimumLevel = LogLevel.Critical));
        run.Pipeline.Reconfigure(run.Options(options => options.MinimumLevel = LogLevel.Error));
        run.Settle();

        Assert.False(run.Pipeline.LowOn("disk"));
        Assert.True(run.Pipeline.Numbered(1));
    }

    [Fact]
    public async Task WhatWasAcceptedBeforeAReloadDisablesItIsSent()
    {
        await using var run = new VirtualRun();
        Assert.True(run.Pipeline.LowOn("disk"));
        run.Pipeline.Reconfigure(run.Options(options => options.MinimumLevel = LogLevel.Critical));
        Assert.True(run.Flush(s_long));

        Assert.Equal((1, 1), (run.Shown, run.Pipeline.Ledger.Accepted));
    }

    [Fact]
    public async Task BeforeTheStartAndAfterTheEndNothingHappens()
    {
        var pipeline = new AlertPipeline();
        pipeline.Reconfigure(new WebhookAlertOptions { MinimumLevel = LogLevel.None });
        Assert.True(pipeline.Numbered(1));
        await pipeline.DisposeAsync();
        pipeline.Reconfigure(new WebhookAlertOptions());
        Assert.Equal((1, 0), (pipeline.Ledger.Accepted, pipeline.Ledger.Pending));

        var run = new VirtualRun();
        await run.DisposeAsync();
        run.Pipeline.Reconfigure(new WebhookAlertOptions());
        Assert.False(run.Pipeline.Numbered(1));
        Assert.Equal(1, run.Pipeline.Ledger.RefusedBy[RefusalReason.Closed]);
    }

    [Fact]
    public async Task WhatNeedsARestartIsSaidByName()
    {
        var log = new FakeLogCollector();
        using var factory = LoggerFactory.Create(builder => builder.AddProvider(new FakeLoggerProvider(log)));
        await using var run = new VirtualRun((options, _) => options.LoggerFactory = factory);

        run.Reload(options => (options.RingBytes, options.DataFolder) = (128 * 1024, "elsewhere"));

        var said = log
            .GetSnapshot()
            .Select(entry => entry.Message)
            .Where(message => message.Contains("next start", StringComparison.Ordinal))
            .ToList();
        Assert.Equal(2, said.Count);
        Assert.Contains("RingBytes", said[0], StringComparison.Ordinal);
        Assert.Contains("DataFolder", said[1], StringComparison.Ordinal);
        Assert.DoesNotContain("elsewhere", string.Concat(said), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Texts(VirtualRun run, SimulatedWebhook webhook)
        => run.Discord.Messages.Where(message => message.WebhookId == webhook.Id)
            .SelectMany(message => message.Embeds)
            .Where(embed => !VirtualRun.IsNote(embed))
            .Select(embed => embed.Description!);

    private static void Raise(VirtualRun run, int from, int to)
    {
        for (var number = from; number <= to; number++)
        {
            run.Pipeline.Numbered(number);
        }
    }

    private static int NumberOf(string text) => int.Parse(text["Number ".Length..], CultureInfo.InvariantCulture);
}
