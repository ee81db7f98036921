using Microsoft.Extensions.Options;
using TypedWebhookAlerts.IntegrationTests.Recording;
using TypedWebhookAlerts.Testing;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Simulator;

/// <summary>What a user's own test of delivery looks like, and what it says when it fails.</summary>
public sealed class SimulatedRunTests
{
    private static readonly TimeSpan s_minute = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task AnAlertIsInTheChannelAfterTenSeconds()
    {
        await using var run = SimulatedRun.Start();

        ShopAlerts.ShardDisconnected(3, TimeSpan.FromMinutes(90), "asked_to reconnect");
        run.Run(TimeSpan.FromSeconds(10));

        var message = run.Discord.ExpectSingle("Shard 3 lost its gateway after 01:30: asked_to reconnect");
        Assert.Same(message, run.Discord.ExpectSingle("Shard 3", run.Webhook("error")));
        run.Discord.Expect429s(0);
    }

    [Fact]
    public async Task AnOutageOfAnHourTakesNoLongerThanItsWork()
    {
        await using var run = SimulatedRun.Start();
        var start = run.Time.GetUtcNow();
        run.Discord.Faults.OnPosts().Next(3).AnswerWith(Fault.Unavailable);

        ShopAlerts.ShardDisconnected(3, TimeSpan.Zero, "gone");

        Assert.True(run.RunUntil(() => run.Discord.Messages.Count == 1, s_minute));
        Assert.Equal(4, run.Discord.Requests.Count(request => request.Method == "POST"));
        run.Run(TimeSpan.FromHours(1) - (run.Time.GetUtcNow() - start));
        Assert.Equal(start.AddHours(1), run.Time.GetUtcNow());
    }

    [Fact]
    public async Task EachRouteHasItsWebhook()
    {
        await using var run = SimulatedRun.Start("error", "opening");

        ShopAlerts.Closed(DayOfWeek.Friday, null, new Uri("https://example.com"), "");
        Assert.True(run.Flush(s_minute));

        run.Discord.ExpectSingle("Closed on Friday", run.Webhook("opening"));
        run.Discord.ExpectNone(webhook: run.Webhook("error"));
        Assert.Throws<ArgumentException>(() => run.Webhook("nobody"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AHangIsWaitedForNoLongerThanTheTimeoutOfARequest(bool listens)
    {
        await using var discord = new DiscordSimulator(new() { TimeProvider = new VirtualTime() });
        if (listens)
        {
            await discord.ListenAsync(TestContext.Current.CancellationToken);
        }

        await using var run = SimulatedRun.Start(new SimulatedRunOptions { Discord = discord });
        discord.Faults.OnPosts().Next().AnswerWith(Fault.HangAfterStoring);
        ShopAlerts.OrderLost(Guid.Empty);

        run.Run(s_minute);

        // A critical alert whose fate is not known is posted again.
        var posts = discord.Requests.Where(request => request.Method == "POST").ToList();
        Assert.Equal([200, 200], posts.Select(request => request.StatusCode));
        Assert.Equal(["hang after storing", null], posts.Select(request => request.Fault));
        Assert.Equal(2, discord.Messages.Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ASlowBodyIsWaitedForWithinTheTimeoutOfARequest(bool listens)
    {
        await using var discord = new DiscordSimulator(new() { TimeProvider = new VirtualTime() });
        if (listens)
        {
            await discord.ListenAsync(TestContext.Current.CancellationToken);
        }

        await using var run = SimulatedRun.Start(new SimulatedRunOptions { Discord = discord });
        discord.Faults.OnPosts().Next().AnswerWith(Fault.SlowBody(TimeSpan.FromSeconds(5)));
        ShopAlerts.ShardDisconnected(3, TimeSpan.Zero, "gone");

        Assert.True(run.RunUntil(() => run.Pipeline.Ledger.Delivered == 1, s_minute));

        discord.ExpectSingle("Shard 3");
    }

    /// <summary>Else its clock is pushed on by real time, ten milliseconds of which seem to be work in each.</summary>
    [Fact]
    public async Task AnEndThatWaitsForTheClockIsAtRestUntilItsPatienceIsOver()
    {
        await using var run = SimulatedRun.Start();
        run.Discord.Faults.OnPosts().AnswerWith(Fault.HangAfterStoring);
        ShopAlerts.OrderLost(Guid.Empty);
        run.Settle();

        var ending = run.Pipeline.DisposeAsync().AsTask();
        run.Run(TimeSpan.FromSeconds(4));
        Assert.False(ending.IsCompleted);
        run.Run(TimeSpan.FromSeconds(2));

        await ending.WaitAsync(s_minute, TestContext.Current.CancellationToken);
        run.Settle();
        Assert.Equal(1, run.Pipeline.Ledger.Dropped);
    }

    [Fact]
    public async Task ASecondRunGoesOnWhereTheFirstOneEnded()
    {
        await using var discord = new DiscordSimulator(new() { TimeProvider = new VirtualTime() });
        for (var run = 1; run <= 2; run++)
        {
            await using var one = SimulatedRun.Start(new SimulatedRunOptions { Discord = discord });
            ShopAlerts.ShardDisconnected(run, TimeSpan.Zero, "gone");
            one.Flush(s_minute);
        }

        Assert.Equal(2, discord.ExpectSingle("Shard 1").Id < discord.ExpectSingle("Shard 2").Id ? 2 : 0);
        Assert.Equal(discord.Messages[0].WebhookId, discord.Messages[1].WebhookId);
    }

    [Fact]
    public async Task ItsPipelineIsTheAmbientOneOfItsFlowUntilItIsDisposed()
    {
        var run = SimulatedRun.Start();
        Assert.Same(run.Pipeline, WebhookAlerts.Pipeline);

        await run.DisposeAsync();

        Assert.NotSame(run.Pipeline, WebhookAlerts.Pipeline);
    }

    [Fact]
    public void AMalformedOptionAndAClockThatRunsAreRefused()
    {
        Assert.Throws<OptionsValidationException>(() => SimulatedRun.Start(
            new SimulatedRunOptions { Configure = (options, _) => options.BatchSize = -1 }));
        Assert.Throws<ArgumentException>(() => SimulatedRun.Start(
            new SimulatedRunOptions { Discord = new DiscordSimulator() }));
    }

    [Fact]
    public async Task AFailureTellsTheMessagesAndTheTimeline()
    {
        await using var run = SimulatedRun.Start();
        run.Discord.Faults.OnPosts().Next()
            .AnswerWith(Fault.RateLimited(RateLimitScope.Shared, TimeSpan.FromSeconds(3)));
        ShopAlerts.ShardDisconnected(3, TimeSpan.Zero, "gone");
        run.Run(s_minute);

        var wrong = Assert.Throws<AlertAssertionException>(() => run.Discord.ExpectSingle("Shard 4"));
        var any = Assert.Throws<AlertAssertionException>(() => run.Discord.ExpectNone());
        var shown = Assert.Throws<AlertAssertionException>(() => run.Discord.ExpectNone("Shard 3"));
        var refused = Assert.Throws<AlertAssertionException>(() => run.Discord.Expect429s(0));

        Assert.StartsWith(
            "Expected one message that shows \"Shard 4\", but 0 do.", wrong.Message, StringComparison.Ordinal);
        Assert.Contains("  Shard 3 lost its gateway", wrong.Message, StringComparison.Ordinal);
        Assert.Contains("Expected no message, but there are 1.", any.Message, StringComparison.Ordinal);
        Assert.Contains("no message that shows \"Shard 3\"", shown.Message, StringComparison.Ordinal);
        Assert.Contains("Expected 0 answers of 429, but there are 1.", refused.Message, StringComparison.Ordinal);
        run.Discord.ExpectNone("Shard 4");
        run.Discord.Expect429s(1);
        Assert.All(
            (AlertAssertionException[])[wrong, any, shown, refused],
            failure => Assert.EndsWith(run.Discord.Timeline, failure.Message, StringComparison.Ordinal));
        var posts = run.Discord.Timeline.Split(Environment.NewLine)
            .Where(line => line.Contains("POST", StringComparison.Ordinal)).ToList();
        Assert.Equal(
            "+00:00:00.100 POST   error -> 429, scope shared, fault: 429 Shared, retry after 3 s, 0 ms back", posts[0]);
        Assert.Equal(
            $"+00:00:03.100 POST   error -> 200, embeds shown: 1, message {run.Discord.Messages[0].Id}, 0 ms back",
            posts[1]);
    }
}
