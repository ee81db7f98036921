using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using TypedWebhookAlerts.Testing;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Scenarios;

/// <summary>Where a route's messages go: channels, threads, forums.</summary>
public sealed class PlaceTests
{
    private static readonly TimeSpan s_minute = TimeSpan.FromMinutes(1);

    private SimulatedWebhook _webhook = null!;

    [Fact]
    public async Task MessagesAndTheirEditsGoToTheThreadThatIsNamed()
    {
        SimulatedThread? thread = null;
        await using var run = new VirtualRun((options, discord) =>
        {
            var webhook = discord.AddWebhook("threaded");
            thread = webhook.AddThread("night");
            options.Route("error", webhook.Url);
            options.Routes["error"].ThreadId = thread.Id;
        });
        run.Pipeline.Numbered(1);
        run.Run(s_minute);
        run.Pipeline.Numbered(1);
        Assert.True(run.Flush(s_minute));

        var message = Assert.Single(run.Discord.Messages);
        Assert.Equal((thread!.Id, 1), (message.ChannelId, message.Edits));
    }

    [Fact]
    public async Task InAForumTheFirstMessageOpensTheThreadThatLaterOnesAndEditsGoTo()
    {
        await using var run = new VirtualRun(Forum(route => route.Tags.Add(77)));
        run.Pipeline.Numbered(1);
        run.Run(s_minute);
        run.Pipeline.Numbered(2);
        run.Run(s_minute);
        run.Pipeline.Numbered(1);
        Assert.True(run.Flush(s_minute));

        var thread = Assert.Single(run.Discord.Messages.Select(message => message.ChannelId).Distinct());
        Assert.Equal([("Night \"shift\"", thread)], _webhook.Threads.Select(t => (t.Name, t.Id)));
        Assert.Equal([77UL], _webhook.Threads[0].Tags);
        Assert.Equal([1, 0], run.Discord.Messages.Select(message => message.Edits));
        Assert.Equal(
            "raised=3 refused=0 accepted=3 delivered=2 coalesced=1 dropped=0 spooled=0 pending=0",
            run.Pipeline.Ledger.ToString());
    }

    [Fact]
    public async Task WhenItsThreadIsDeletedTheMessageOpensAnotherOnce()
    {
        await using var run = new VirtualRun(Forum());
        run.Pipeline.Numbered(1);
        Assert.True(run.Flush(s_minute));
        Assert.True(_webhook.RemoveThread(_webhook.Threads.Single().Id));
        run.Pipeline.Numbered(2);
        run.Pipeline.Numbered(3);
        Assert.True(run.Flush(s_minute));

        var thread = Assert.Single(_webhook.Threads);
        var message = Assert.Single(run.Discord.Messages);
        Assert.Equal((thread.Id, 2), (message.ChannelId, message.Embeds.Count));
        Assert.Equal(3, run.Pipeline.Ledger.Delivered);
        Assert.Equal([200, 404, 200], run.Discord.Requests.Where(r => r.Method == "POST").Select(r => r.StatusCode));
    }

    [Fact]
    public async Task WhatAnEditInAThreadThatIsGoneWouldHaveShownIsPostedInAnother()
    {
        await using var run = new VirtualRun(Forum());
        run.Pipeline.Numbered(1);
        Assert.True(run.Flush(s_minute));
        _webhook.RemoveThread(_webhook.Threads.Single().Id);
        run.Pipeline.Numbered(1);
        Assert.True(run.Flush(TimeSpan.FromMinutes(10)));
        run.Pipeline.Numbered(2);
        Assert.True(run.Flush(s_minute));

        Assert.Single(run.Faults.Requests, request => request.Method == HttpMethod.Patch);

        // The repeat is shown in the thread that is opened in its place.
        Assert.Equal(2, run.Discord.Messages.Count);
        var ledger = run.Pipeline.Ledger;
        Assert.Equal((2, 1, 0), (ledger.Delivered, ledger.Coalesced, ledger.Pending));
    }

    [Theory]
    [InlineData(null, "ThreadName")]
    [InlineData(5UL, "ThreadId")]
    public async Task WhereTheRoutingIsWrongTheLogNamesTheOption(ulong? thread, string option)
    {
        var log = new FakeLogCollector();
        await using var run = new VirtualRun((options, discord) =>
        {
            options.LoggerFactory = LoggerFactory.Create(builder => builder.AddProvider(new FakeLoggerProvider(log)));
            _webhook = discord.AddWebhook("forum", isForum: true);
            options.Route("error", _webhook.Url);
            options.Routes["error"].ThreadId = thread;
        });
        run.Pipeline.Numbered(1);
        run.Run(s_minute);

        var entry = Assert.Single(
            log.GetSnapshot(), entry => entry.Message.Contains($"route's {option}", StringComparison.Ordinal));
        Assert.DoesNotContain(_webhook.Token, entry.Message, StringComparison.Ordinal);
        Assert.Empty(run.Discord.Messages);
    }

    [Fact]
    public async Task ThreadsOfOneWebhookAreLanesOfTheirOwn()
    {
        await using var run = new VirtualRun((options, discord) =>
        {
            _webhook = discord.AddWebhook("forum", isForum: true);
            options.Route("error", _webhook.Url).Route("member-events", _webhook.Url);
            options.Routes["error"].ThreadName = "errors";
            options.Routes["member-events"].ThreadName = "members";
        });
        run.Pipeline.Numbered(1);
        run.Pipeline.Joined("Ann");
        Assert.True(run.Flush(s_minute));

        Assert.Equal(["errors", "members"], _webhook.Threads.Select(thread => thread.Name).Order());
        Assert.Equal(2, _webhook.Messages.Select(message => message.ChannelId).Distinct().Count());
    }

    private Action<WebhookAlertOptions, DiscordSimulator> Forum(Action<RouteOptions>? configure = null)
        => (options, discord) =>
        {
            _webhook = discord.AddWebhook("forum", isForum: true);
            options.Route("error", _webhook.Url);
            options.Routes["error"].ThreadName = "Night \"shift\"";
            configure?.Invoke(options.Routes["error"]);
        };
}
