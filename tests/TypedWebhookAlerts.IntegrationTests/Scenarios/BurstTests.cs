using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using TypedWebhookAlerts.Testing;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Scenarios;

/// <summary>Many alerts at once: each arrives, once, within what Discord allows.</summary>
public sealed class BurstTests
{
    /// <summary>A lane that waits for an answer, and so for the clock, sees nothing of a burst until all of it is
    /// there.</summary>
    private static readonly TimeSpan s_sameMoment = TimeSpan.FromMilliseconds(1);

    [Theory]
    [InlineData(0)]
    [InlineData(40)]
    [InlineData(300)]
    public async Task TenThousandAlertsFromFourThreadsArriveEachExactlyOnce(int roundTripMilliseconds)
    {
        await using var run = new VirtualRun(roundTrip: TimeSpan.FromMilliseconds(roundTripMilliseconds));

        RaiseFromFourThreads(run.Pipeline, 10_000);
        Assert.True(run.Flush(TimeSpan.FromHours(2)));

        AssertEachExactlyOnce(run.Discord, 10_000);
        AssertNothingWasRefused(run.Discord);
        AssertAllDelivered(run.Pipeline.Ledger, 10_000);
    }

    [Fact]
    public async Task ThreeHundredAlertsOverLoopbackHttpArriveEachExactlyOnce()
    {
        // The one test that waits for real: thirty requests through Discord's own windows take a minute.
        await using var discord = new DiscordSimulator();
        await discord.ListenAsync(TestContext.Current.CancellationToken);
        var options = new WebhookAlertOptions { LoggerFactory = NullLoggerFactory.Instance }
            .Route("error", discord.AddWebhook().Url);
        options.TrustedHosts.Add(discord.Host);
        await using var pipeline = new AlertPipeline();
        pipeline.Start(options);

        RaiseFromFourThreads(pipeline, 300);
        Assert.True(await pipeline.FlushAsync(TimeSpan.FromMinutes(3), TestContext.Current.CancellationToken));

        AssertEachExactlyOnce(discord, 300);
        AssertNothingWasRefused(discord);
        AssertAllDelivered(pipeline.Ledger, 300);
    }

    [Fact]
    public async Task ThreeHundredAtOnceTakeThirtyRequestsOfWhichTwoWaitForTheWindow()
    {
        await using var run = new VirtualRun(roundTrip: s_sameMoment);
        RaiseFromFourThreads(run.Pipeline, 300);

        Assert.True(run.RunUntil(() => run.Shown == 280, TimeSpan.FromSeconds(12)));
        Assert.False(run.RunUntil(() => run.Shown > 280, TimeSpan.FromSeconds(30)));
        Assert.True(run.RunUntil(() => run.Shown == 300, TimeSpan.FromSeconds(60)));

        Assert.Equal(30, run.Discord.Requests.Count(request => request.Method == "POST"));
        AssertNothingWasRefused(run.Discord);
    }

    [Fact]
    public async Task ACriticalAfterABurstUsesTheTokensThatWereKeptForIt()
    {
        await using var run = new VirtualRun(roundTrip: s_sameMoment);
        RaiseFromFourThreads(run.Pipeline, 300);
        run.RunUntil(() => run.Shown == 280, TimeSpan.FromSeconds(12));
        var raised = run.Time.GetUtcNow();

        run.Pipeline.DatabaseDown("db-1");
        run.RunUntil(
            () => Descriptions(run.Discord).Contains("Database db-1 does not answer"), TimeSpan.FromMinutes(2));

        Assert.InRange(run.Time.GetUtcNow() - raised, TimeSpan.Zero, TimeSpan.FromSeconds(2.5));
        AssertNothingWasRefused(run.Discord);
    }

    [Fact]
    public async Task TwoWebhooksOfOneChannelShareItsWindow()
    {
        await using var run = new VirtualRun((options, discord) =>
        {
            var channel = discord.AddWebhook("members", discord.AddWebhook().ChannelId).ChannelId;
            options.Route("error", discord.AddWebhook("one", channel).Url);
            options.Route("member-events", discord.AddWebhook("two", channel).Url);
        });

        for (var i = 0; i < 250; i++)
        {
            run.Pipeline.Numbered(i);
            run.Pipeline.Joined(i.ToString(CultureInfo.InvariantCulture));
        }

        Assert.True(run.RunUntil(() => run.Shown == 500, TimeSpan.FromMinutes(5)));
        AssertNothingWasRefused(run.Discord);
    }

    [Fact]
    public async Task AlertsOfOneLevelArriveInTheOrderInWhichTheyWereRaised()
    {
        await using var run = new VirtualRun();
        for (var i = 0; i < 100; i++)
        {
            run.Pipeline.Numbered(i);
        }

        run.RunUntil(() => run.Shown == 100, TimeSpan.FromMinutes(2));

        Assert.Equal(Enumerable.Range(0, 100).Select(Text), Descriptions(run.Discord));
    }

    private static string Text(int number) => string.Create(CultureInfo.InvariantCulture, $"Number {number}");

    private static IEnumerable<string?> Descriptions(DiscordSimulator discord)
        => discord.Messages.SelectMany(message => message.Embeds).Select(embed => embed.Description);

    private static void RaiseFromFourThreads(AlertPipeline pipeline, int count)
    {
        var threads = Enumerable.Range(0, 4).Select(first => new Thread(() =>
        {
            for (var number = first; number < count; number += 4)
            {
                Assert.True(pipeline.Numbered(number));
            }
        })).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
    }

    private static void AssertEachExactlyOnce(DiscordSimulator discord, int count)
        => Assert.Equal(
            Enumerable.Range(0, count).Select(Text).Order(StringComparer.Ordinal),
            Descriptions(discord).Order(StringComparer.Ordinal));

    private static void AssertNothingWasRefused(DiscordSimulator discord)
        => Assert.All(discord.Requests, request => Assert.InRange(request.StatusCode, 200, 299));

    private static void AssertAllDelivered(AlertLedger ledger, int count)
        => Assert.Equal(
            $"raised={count} refused=0 accepted={count} delivered={count} coalesced=0 dropped=0 spooled=0 pending=0",
            ledger.ToString());
}
