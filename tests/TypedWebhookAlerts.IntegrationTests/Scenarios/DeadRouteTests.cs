using System.Net;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Scenarios;

/// <summary>A webhook that is gone, or forbids posting, is not posted to; it comes back by itself.</summary>
public sealed class DeadRouteTests
{
    private const string Gone = """{"code":10015,"message":"Unknown Webhook"}""";

    [Fact]
    public async Task ItIsToldOnceAndItsAlertsAreDroppedInTheLedger()
    {
        var log = new FakeLogCollector();
        await using var run = new VirtualRun((options, _) => options.LoggerFactory = Factory(log));
        run.Settle();
        run.Discord.RemoveWebhook(run.Error);
        run.Pipeline.Numbered(1);
        run.Flush(TimeSpan.FromMinutes(1));
        run.Pipeline.Numbered(2);
        Assert.True(run.Flush(TimeSpan.FromMinutes(1)));

        Assert.Equal(2, run.Pipeline.Ledger.DroppedBy[DropReason.NoRoute]);
        Assert.Equal(2, run.Pipeline.Ledger.DroppedByLevel[LogLevel.Error][DropReason.NoRoute]);
        Assert.Single(run.Faults.Posted);
        Assert.Single(log.GetSnapshot(), entry => entry.Message.Contains("it is gone", StringComparison.Ordinal));
        Assert.Contains(
            log.GetSnapshot(),
            entry => entry.Message.Contains($"discord:{run.Error.Id}/***", StringComparison.Ordinal));
        Assert.DoesNotContain(
            log.GetSnapshot(), entry => entry.Message.Contains(run.Error.Token, StringComparison.Ordinal));
        run.Pipeline.AssertSettled();
    }

    [Theory]
    [InlineData(404, 10015)]
    [InlineData(401, 50027)]
    [InlineData(403, 50013)]
    [InlineData(400, 220001)]
    [InlineData(400, 220004)]
    [InlineData(404, 10003)]
    public async Task EachOfTheseAnswersMeansThatItIsGone(int status, int code)
    {
        await using var run = new VirtualRun();
        run.Faults.ThenAnswer((HttpStatusCode)status, $$"""{"code":{{code}}}""");
        run.Pipeline.Numbered(1);
        run.Run(TimeSpan.FromSeconds(1));

        Assert.Equal(RouteState.Dead, run.Pipeline.Health.Routes["error"].State);
        Assert.Equal(
            run.Start + TimeSpan.FromMinutes(5) + TimeSpan.FromMilliseconds(100),
            run.Pipeline.Health.Routes["error"].Until);
        Assert.Equal(1, run.Pipeline.Ledger.DroppedBy[DropReason.NoRoute]);
        run.Pipeline.AssertSettled();
    }

    [Fact]
    public async Task A403OfTheEdgeWithoutACodeIsAFailureThatPasses()
    {
        await using var run = new VirtualRun();
        run.Faults.ThenAnswer(HttpStatusCode.Forbidden, "<html>Attention Required!</html>");
        run.Pipeline.Numbered(1);

        Assert.True(run.RunUntil(() => run.Shown == 1, TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public async Task ItsAlertsGoToItsFallbackWhoseChannelIsTold()
    {
        await using var run = Run(out var info);
        run.Settle();
        run.Discord.RemoveWebhook(run.Error);
        run.Pipeline.Numbered(1);
        Assert.True(run.RunUntil(() => run.Shown == 1, TimeSpan.FromSeconds(1)));
        run.Pipeline.Numbered(2);
        Assert.True(run.RunUntil(() => run.Shown == 2, TimeSpan.FromSeconds(1)));
        run.Run(TimeSpan.FromHours(5));

        Assert.All(run.Discord.Messages, message => Assert.Equal(info().Id, message.WebhookId));
        Assert.Equal(
            "The webhook of **error** answers status 404: it is gone, or forbids posting. Its alerts take their "
            + "fallback; it is asked again after 5 minutes, and then less and less often.",
            Assert.Single(run.Notes));
        Assert.Equal((2, 0), (run.Pipeline.Ledger.Delivered, run.Pipeline.Ledger.Dropped));
        Assert.Equal(2, run.Pipeline.Ledger.Routes["error"].DroppedBy[DropReason.NoRoute]);
        run.Pipeline.AssertSettled();
    }

    [Fact]
    public async Task ItIsAskedAgainLessAndLessOftenAndGoesOnWhenItAnswers()
    {
        await using var run = Run(out _);
        run.Settle();
        run.Faults.Break(run.Error, HttpStatusCode.NotFound, Gone);
        run.Pipeline.Numbered(1);
        run.Run(TimeSpan.FromMinutes(200));
        run.Faults.Heal();
        run.Run(TimeSpan.FromMinutes(60));
        run.Pipeline.Numbered(2);
        run.Run(TimeSpan.FromMinutes(1));

        Assert.Equal(
            [0, 5, 15, 35, 75, 135, 195, 255],
            run.Faults.Requests
                .Where(
                    request => request.Method == HttpMethod.Get
                        && request.Path.Contains($"/{run.Error.Id}/", StringComparison.Ordinal))
                .Select(request => Math.Floor((request.At - run.Start).TotalMinutes)));
        Assert.Equal(RouteState.Ready, run.Pipeline.Health.Routes["error"].State);
        Assert.Equal(2, run.Discord.Messages.Count(message => message.WebhookId == run.Error.Id));
        Assert.Contains(
            "- **1** × ScenarioAlerts.Numbered: the webhook was gone, <t:1767225600:T>; shown by the route info",
            run.Notes[^1],
            StringComparison.Ordinal);
        run.Pipeline.AssertSettled();
    }

    [Fact]
    public async Task WhenItDiesAgainThatIsToldAgainAndItIsAskedAsSoonAsTheFirstTime()
    {
        await using var run = Run(out _);
        run.Settle();
        for (var death = 1; death <= 2; death++)
        {
            run.Faults.Break(run.Error, HttpStatusCode.NotFound, Gone);
            run.Pipeline.Numbered(death);
            run.Run(TimeSpan.FromMinutes(10));
            run.Faults.Heal();
            run.Run(TimeSpan.FromMinutes(30));
            run.Pipeline.NeverFolded(death);
            run.Run(TimeSpan.FromMinutes(1));
        }

        // Each time after 5 minutes in vain, and 10 minutes later.
        Assert.Equal(
            [0, 5, 15, 46, 56],
            run.Faults.Requests
                .Where(
                    request => request.Method == HttpMethod.Get
                        && request.Path.Contains($"/{run.Error.Id}/", StringComparison.Ordinal))
                .Select(request => Math.Floor((request.At - run.Start).TotalMinutes)));
        Assert.Equal(2, run.Notes.Count(note => note.StartsWith("The webhook of **error**", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task AQuestionThatACriticalHasEndedIsAskedAgainAMinuteLater()
    {
        await using var run = Run(out _);
        run.Settle();
        run.Faults.Break(run.Error, HttpStatusCode.NotFound, Gone);
        run.Pipeline.Numbered(1);
        run.Run(TimeSpan.FromMinutes(1));
        run.Faults.Heal();
        run.Faults.On(HttpMethod.Get).ThenHang();
        Assert.True(run.RunUntil(() => run.Faults.Hanging == 1, TimeSpan.FromMinutes(5)));
        var asked = run.Faults.Requests.Count;
        run.Pipeline.DatabaseDown("db-1");
        run.Run(TimeSpan.FromSeconds(59));
        Assert.DoesNotContain(run.Faults.Requests.Skip(asked), request => request.Method == HttpMethod.Get);

        run.Run(TimeSpan.FromSeconds(2));
        Assert.Equal(RouteState.Ready, run.Pipeline.Health.Routes["error"].State);
    }

    [Fact]
    public async Task WhereManyDieTogetherTheChannelThatIsToldOfThemHearsOfTenAtMost()
    {
        await using var run = new VirtualRun((options, discord) =>
        {
            var dead = Enumerable.Range(0, 14).Select(i => $"dead-{i}").ToList();
            dead.ForEach(name => options.Route(name, discord.AddWebhook(name).Url));
            options.LevelRoutes[LogLevel.Critical] = dead;
        });
        run.Settle();
        run.Faults.Outage = (request, _) => request.RequestUri!.AbsolutePath.Contains(
            $"/{run.Error.Id}/", StringComparison.Ordinal)
            ? null
            : new HttpResponseMessage(HttpStatusCode.NotFound) { Content = new StringContent(Gone) };
        run.Faults.Outage = Before(run.Faults.Outage, run.Error.Id);
        run.Pipeline.Numbered(1);
        run.Run(TimeSpan.FromSeconds(1));
        run.Pipeline.DatabaseDown("db-1");
        run.Run(TimeSpan.FromMinutes(3));

        Assert.Equal(10, run.Notes.Count(note => note.StartsWith("The webhook of **dead", StringComparison.Ordinal)));

        // The channel that is told is asked to wait first, so that all of it gathers.
        static Func<HttpRequestMessage, string, HttpResponseMessage?> Before(
            Func<HttpRequestMessage, string, HttpResponseMessage?> others, ulong told)
        {
            var isAsked = false;
            return (request, body) =>
            {
                if (isAsked || request.Method != HttpMethod.Post
                    || !request.RequestUri!.AbsolutePath.Contains($"/{told}/", StringComparison.Ordinal))
                {
                    return others(request, body);
                }

                isAsked = true;
                var refusal =
                    new HttpResponseMessage(HttpStatusCode.TooManyRequests) { Content = new StringContent("{}") };
                refusal.Headers.TryAddWithoutValidation("Retry-After", "30");
                return refusal;
            };
        }
    }

    [Fact]
    public async Task WhatItsMessagesDidNotShowYetIsShownByTheFallback()
    {
        await using var run = Run(out var info);
        run.Pipeline.WorkerStopped("w1");
        run.Run(TimeSpan.FromSeconds(1));
        run.Faults.Break(run.Error, HttpStatusCode.NotFound, Gone);
        run.Pipeline.WorkerStopped("w1");
        run.Pipeline.WorkerStopped("w1");
        run.Run(TimeSpan.FromMinutes(1));

        var moved = Assert.Single(
            run.Discord.Messages, message => message.WebhookId == info().Id && !VirtualRun.IsNote(message.Embeds[0]));
        Assert.StartsWith("Worker w1 stopped\n-# ×3 ", moved.Embeds[0].Description, StringComparison.Ordinal);
        Assert.Equal(
            (1, 2, 0), (run.Pipeline.Ledger.Delivered, run.Pipeline.Ledger.Coalesced, run.Pipeline.Ledger.Dropped));
        run.Run(TimeSpan.FromMinutes(10));
        run.Pipeline.AssertSettled();
    }

    private static VirtualRun Run(out Func<Testing.SimulatedWebhook> info)
    {
        Testing.SimulatedWebhook? webhook = null;
        info = () => webhook!;
        return new VirtualRun((options, discord) =>
        {
            webhook = discord.AddWebhook("info");
            options.Route("info", webhook.Url);
            options.Routes["error"].Fallback = "info";
        });
    }

    private static ILoggerFactory Factory(FakeLogCollector log)
        => LoggerFactory.Create(builder => builder.AddProvider(new FakeLoggerProvider(log)));
}
