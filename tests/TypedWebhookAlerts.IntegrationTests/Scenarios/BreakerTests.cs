using System.Net;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Scenarios;

/// <summary>A webhook that fails is left alone, and what waits meanwhile waits, or moves.</summary>
public sealed class BreakerTests
{
    private static readonly TimeSpan s_minute = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task AfterFiveFailuresInARowNothingIsSentForAMinuteThenOneMessageIsTried()
    {
        await using var run = new VirtualRun();
        run.Faults.Break(run.Error, HttpStatusCode.ServiceUnavailable);
        run.Pipeline.Numbered(1);
        Assert.True(run.RunUntil(() => run.Faults.Posted.Count == 5, TimeSpan.FromMinutes(2)));
        run.Pipeline.Numbered(2);
        run.Pipeline.DatabaseDown("db-1");

        run.Run(TimeSpan.FromSeconds(59));
        Assert.Equal(5, run.Faults.Posted.Count);
        run.Run(TimeSpan.FromSeconds(2));
        Assert.Equal(6, run.Faults.Posted.Count);
        run.Faults.Heal();
        run.Run(TimeSpan.FromSeconds(58));
        Assert.Equal(6, run.Faults.Posted.Count);
        Assert.True(run.RunUntil(() => run.Shown == 3, TimeSpan.FromSeconds(3)));

        Assert.Equal("Database db-1 does not answer", run.Discord.Messages[0].Embeds[0].Description);
        run.Pipeline.AssertSettled();
    }

    [Fact]
    public async Task AnAnswerInBetweenBeginsTheCountOfFailuresAnew()
    {
        await using var run = new VirtualRun();
        for (var i = 0; i < 3; i++)
        {
            for (var failures = 0; failures < 4; failures++)
            {
                run.Faults.ThenAnswer(HttpStatusCode.BadGateway);
            }

            run.Faults.ThenPass();
            run.Pipeline.Numbered(i);
            Assert.True(run.RunUntil(
                () => run.Shown == i + 1 || run.Pipeline.Health.Routes["error"].State == RouteState.Broken,
                TimeSpan.FromMinutes(5)));
            Assert.Equal(i + 1, run.Shown);
        }
    }

    [Fact]
    public async Task HowOftenAndForHowLongAreOptions()
    {
        await using var run = new VirtualRun((options, _) =>
        {
            options.Retry.MaxAttempts = 0;
            options.Retry.MaxDelay = TimeSpan.FromSeconds(20);
            options.Breaker.Failures = 3;
            options.Breaker.Pause = TimeSpan.FromMinutes(4);
        });
        run.Faults.Break(run.Error, HttpStatusCode.ServiceUnavailable);
        run.Pipeline.Numbered(1);
        run.Run(TimeSpan.FromMinutes(4));

        // 20 seconds after each, as none is repeated at once, and no fourth within the pause.
        Assert.Equal(
            [0.1, 20.1, 40.1],
            run.Faults.Requests.Where(request => request.Method == HttpMethod.Post)
                .Select(request => Math.Round((request.At - run.Start).TotalSeconds, 3)));
    }

    [Fact]
    public async Task WhileItIsLeftAloneItsAlertsAreShownByItsFallback()
    {
        await using var run = new VirtualRun((options, discord) =>
        {
            options.Route("info", discord.AddWebhook("info").Url);
            options.Routes["error"].Fallback = "info";
        });
        run.Faults.Break(run.Error, HttpStatusCode.ServiceUnavailable);
        run.Pipeline.WorkerStopped("w1");
        run.Pipeline.WorkerStopped("w1");
        run.Pipeline.Numbered(1);
        Assert.True(run.RunUntil(() => run.Shown == 2, TimeSpan.FromMinutes(2)));
        run.Pipeline.Numbered(2);
        Assert.True(run.RunUntil(() => run.Shown == 3, TimeSpan.FromSeconds(1)));

        var ledger = run.Pipeline.Ledger;
        Assert.Equal((3, 1, 0), (ledger.Delivered, ledger.Coalesced, ledger.Dropped));
        Assert.Equal(4, ledger.Routes["error"].DroppedBy[DropReason.Undeliverable]);
        Assert.Equal((4, 3, 1), Of(ledger.Routes["info"]));
        run.Pipeline.AssertSettled();

        static (long, long, long) Of(RouteLedger route) => (route.Accepted, route.Delivered, route.Coalesced);
    }

    [Fact]
    public async Task ACriticalEndsThePauseBetweenTheRetriesOfAnother()
    {
        await using var run = new VirtualRun();
        run.Faults
            .ThenAnswer(HttpStatusCode.BadGateway)
            .ThenAnswer(HttpStatusCode.BadGateway)
            .ThenAnswer(HttpStatusCode.BadGateway);
        run.Pipeline.Numbered(1);
        run.RunUntil(() => run.Faults.Posted.Count == 3, s_minute);
        var raised = run.Time.GetUtcNow();
        run.Pipeline.DatabaseDown("db-1");
        run.Settle();

        Assert.Equal(4, run.Faults.Posted.Count);
        Assert.Equal(raised, run.Time.GetUtcNow());
        Assert.Equal("Database db-1 does not answer", run.Discord.Messages[0].Embeds[0].Description);
        Assert.True(run.RunUntil(() => run.Shown == 2, s_minute));
        run.Pipeline.AssertSettled();
    }

    [Fact]
    public async Task AnotherCriticalEndsThePauseOfACriticalAndBothGoTogether()
    {
        await using var run = new VirtualRun();
        run.Faults.ThenAnswer(HttpStatusCode.BadGateway).ThenAnswer(HttpStatusCode.BadGateway);
        run.Pipeline.DatabaseDown("db-1");
        run.RunUntil(() => run.Faults.Posted.Count == 2, s_minute);
        run.Pipeline.DatabaseDown("db-2");
        run.Settle();

        Assert.Equal(
            ["Database db-1 does not answer", "Database db-2 does not answer"],
            Assert.Single(run.Discord.Messages).Embeds.Select(embed => embed.Description));
    }

    [Fact]
    public async Task ACriticalDoesNotWaitForThePauseAfterSpentRetries()
    {
        await using var run = new VirtualRun((options, _) =>
        {
            options.Retry.MaxAttempts = 0;
            options.Breaker.Failures = 100;
        });
        run.Faults.ThenAnswer(HttpStatusCode.BadGateway);
        run.Pipeline.Numbered(1);
        run.Run(TimeSpan.FromSeconds(1));
        run.Pipeline.DatabaseDown("db-1");
        run.Settle();

        Assert.Equal(2, run.Shown);
    }

    [Fact]
    public async Task MoreCriticalsThanAMessageHoldsDoNotHurryEachOther()
    {
        await using var run = new VirtualRun();
        run.Faults.ThenHang();
        run.Pipeline.Numbered(1);
        run.Run(TimeSpan.FromSeconds(1));

        // They gather behind a request that is not answered.
        for (var number = 0; number < 25; number++)
        {
            run.Pipeline.DatabaseDown($"db-{number}");
        }

        run.Faults.Break(run.Error, HttpStatusCode.BadGateway);
        Assert.True(run.RunUntil(() => run.Faults.Posted.Count > 1, TimeSpan.FromSeconds(20)));
        run.Settle();

        // The others wait behind the first ten, whose message is tried again after a pause.
        Assert.Equal(2, run.Faults.Posted.Count);
    }

    [Fact]
    public async Task ACriticalDoesNotWaitForAQuestionThatIsNotAnswered()
    {
        await using var run = new VirtualRun(
            prepare: faults => faults.On(HttpMethod.Get).ThenHang().On(HttpMethod.Post));
        run.Pipeline.Numbered(1);
        run.Run(TimeSpan.FromSeconds(1));
        Assert.Equal(0, run.Shown);
        run.Pipeline.DatabaseDown("db-1");
        run.Settle();

        Assert.Equal(2, run.Shown);
        Assert.Equal("Database db-1 does not answer", run.Discord.Messages[0].Embeds[0].Description);
    }

    [Fact]
    public async Task HealthTellsWhatARouteWaitsFor()
    {
        await using var run = new VirtualRun((options, _) => options.Routes["later"] = new RouteOptions());
        RouteHealth Error() => run.Pipeline.Health.Routes["error"];
        Assert.Equal(RouteState.Off, run.Pipeline.Health.Routes["later"].State);
        Assert.Equal((RouteState.Ready, null, null), (Error().State, Error().Until, Error().Reason));

        run.Faults.ThenAnswer(HttpStatusCode.TooManyRequests, """{"retry_after":30}""", ("X-RateLimit-Scope", "user"));
        run.Pipeline.Numbered(1);
        run.Run(TimeSpan.FromSeconds(1));
        Assert.Equal(RouteState.BackingOff, Error().State);
        Assert.Equal(run.Start + TimeSpan.FromSeconds(30.1), Error().Until);
        Assert.Equal(PipelineStatus.Degraded, run.Pipeline.Health.Status);
        run.Run(s_minute);
        Assert.Equal(RouteState.Ready, Error().State);

        run.Faults.Break(run.Error, HttpStatusCode.BadGateway);
        run.Pipeline.Numbered(2);
        run.Run(TimeSpan.FromSeconds(1));
        Assert.Equal((RouteState.BackingOff, "status 502"), (Error().State, Error().Reason));
        Assert.True(run.RunUntil(() => Error().State == RouteState.Broken, TimeSpan.FromMinutes(2)));
        Assert.Equal(run.Time.GetUtcNow() + s_minute, Error().Until);
        Assert.Equal(["Route error is left alone, as its webhook fails (status 502)."], run.Pipeline.Health.Reasons);
        run.Faults.Heal();
        Assert.True(run.RunUntil(() => Error().State == RouteState.Ready, TimeSpan.FromMinutes(2)));
    }

    [Fact]
    public void APipelineThatHasNotStartedHasNoRoutes() => Assert.Empty(new AlertPipeline().Health.Routes);
}
