using TypedWebhookAlerts.Testing;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Simulator;

/// <summary>Forums and threads of the simulator.</summary>
public sealed class ThreadTests : SimulatorTest
{
    private const string Hello = """{"content": "hello"}""";

    private readonly SimulatedWebhook _forum;

    public ThreadTests()
        : base(WithoutWindows())
        => _forum = Discord.AddWebhook("forum", isForum: true);

    [Fact]
    public async Task AForumTakesMessagesInThreadsOnly()
    {
        var answer = await Caller.Post(_forum, Hello);

        Assert.Equal((400, 220001), (answer.Status, answer.Code));
        Assert.Empty(_forum.Messages);
    }

    [Fact]
    public async Task AThreadsNameOpensOneThatLaterMessagesGoTo()
    {
        var first = await Caller.Post(
            _forum, """{"content": "first", "thread_name": " Night ", "applied_tags": ["5", "6"]}""");
        var thread = Assert.Single(_forum.Threads);
        var second = await Caller.Post(_forum, Hello, $"?wait=true&thread_id={thread.Id}");

        Assert.Equal(("Night", _forum.ChannelId), (thread.Name, thread.ChannelId));
        Assert.Equal([5UL, 6UL], thread.Tags);
        Assert.Equal($"{thread.Id}", first.Json.GetProperty("channel_id").GetString());
        Assert.Equal($"{thread.Id}", second.Json.GetProperty("channel_id").GetString());
        Assert.Equal(2, _forum.Messages.Count);
        Assert.Equal(220002, (await Caller.Post(
            _forum, """{"content": "c", "thread_name": "t"}""", $"?thread_id={thread.Id}")).Code);
    }

    [Fact]
    public async Task AThreadThatIsNotThereIsAnUnknownChannel()
    {
        var thread = Webhook.AddThread("night");
        var posted = await Caller.Post(Webhook, Hello, $"?wait=true&thread_id={thread.Id}");
        Assert.True(Webhook.RemoveThread(thread.Id));
        Assert.False(Webhook.RemoveThread(thread.Id));

        foreach (var answer in new[]
        {
            await Caller.Post(Webhook, Hello, $"?thread_id={thread.Id}"),
            await Caller.Post(Webhook, Hello, $"?thread_id={_forum.AddThread("elsewhere").Id}"),
            await Caller.Patch(Webhook, posted.Id, Hello, $"?thread_id={thread.Id}"),
        })
        {
            Assert.Equal((404, 10003), (answer.Status, answer.Code));
        }

        Assert.Empty(Webhook.Messages);
    }
}
