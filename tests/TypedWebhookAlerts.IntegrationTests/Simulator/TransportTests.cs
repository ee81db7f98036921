using TypedWebhookAlerts.Testing;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Simulator;

public sealed class TransportTests
{
    private const string Hello = """{"content": "hello"}""";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task BothTransportsGiveTheSameAnswers()
    {
        var inMemory = await Play(listen: false);
        var onLoopback = await Play(listen: true);

        Assert.Equal(inMemory, onLoopback);
        Assert.Equal(
            [200, 204, 204, 200, 200, 200, 400, 429, 204, 404, 400, 400, 401, 404, 405, 403, 404, 200, 200],
            inMemory.Select(answer => int.Parse(answer[..3], System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task OnLoopbackTheAddressesLeadToTheListener()
    {
        await using var discord = new DiscordSimulator();
        var webhook = discord.AddWebhook();
        Assert.Equal("discord.com", discord.Host);

        await discord.ListenAsync(Cancellation);

        Assert.Matches("^127\\.0\\.0\\.1:[0-9]+$", discord.Host);
        Assert.Equal($"http://{discord.Host}/api/webhooks/{webhook.Id}/{webhook.Token}", webhook.Url);
        await Assert.ThrowsAsync<InvalidOperationException>(() => discord.ListenAsync(Cancellation));
        using var inMemory = new Caller(discord.CreateHandler());
        Assert.Equal(200, (await inMemory.Post(webhook, Hello)).Status);
    }

    [Fact]
    public async Task DisposingEndsARequestThatIsUnderWay()
    {
        var hour = TimeSpan.FromHours(1);
        var discord = new DiscordSimulator(new() { TimeProvider = new VirtualTime(), RoundTrip = hour });
        await discord.ListenAsync(Cancellation);
        using var caller = new Caller(new SocketsHttpHandler());
        var answer = caller.Post(discord.AddWebhook(), Hello);

        while (discord.SleepingRequests == 0)
        {
            await Task.Yield();
        }

        await discord.DisposeAsync();

        await Assert.ThrowsAsync<HttpRequestException>(() => answer);
    }

    /// <summary>One list of requests that meets every kind of answer; what comes back, in one line each.</summary>
    private static async Task<IReadOnlyList<string>> Play(bool listen)
    {
        await using var discord = new DiscordSimulator(new() { TimeProvider = new VirtualTime() });
        if (listen)
        {
            await discord.ListenAsync(Cancellation);
        }

        var webhook = discord.AddWebhook();
        var next = discord.AddWebhook("next", webhook.ChannelId);
        using var caller = new Caller(listen ? new SocketsHttpHandler() : discord.CreateHandler());
        using var stranger = new Caller(listen ? new SocketsHttpHandler() : discord.CreateHandler(), "curl/8");
        Caller.Answer[] answers =
        [
            await caller.Post(webhook, """{"content": "é😀", "embeds": [{"title": "t", "color": 1}]}"""),
            await caller.Post(webhook, Hello, ""),
            await caller.Post(webhook, Hello, $"?wait=false&thread_id={webhook.AddThread("t").Id}"),
            await caller.Get(webhook),
            await caller.Get(webhook, webhook.Messages[0].Id),
            await caller.Patch(webhook, webhook.Messages[0].Id, """{"embeds": []}"""),
            await caller.Post(webhook, """{"embeds": [{"title": 1}]}"""),
            await caller.Post(webhook, Hello),
            await caller.Delete(next, (await caller.Post(next, Hello)).Id),
            await caller.Delete(next, webhook.Messages[0].Id),
            await caller.Post(next, "{"),
            await caller.Send(HttpMethod.Post, next.Url, Hello, "text/plain"),
            await caller.Send(HttpMethod.Get, next.Url[..^1] + "%21"),
            await caller.Send(HttpMethod.Get, next.Url + "/elsewhere"),
            await caller.Send(HttpMethod.Put, discord.AddWebhook().Url, Hello),
            await stranger.Post(webhook, Hello),
            await caller.Get(Removed(discord)),
            await caller.Upload(discord.AddWebhook(), Hello, ("trace-1.txt", "line 1\nline 2")),
            await caller.Upload(discord.AddWebhook(), "{}", ("a b é.txt", "é")),
        ];
        return [.. answers.Select(Line)];
    }

    private static SimulatedWebhook Removed(DiscordSimulator discord)
    {
        var webhook = discord.AddWebhook();
        discord.RemoveWebhook(webhook);
        return webhook;
    }

    private static string Line(Caller.Answer answer) => $"{answer.Status} {answer.Body} " + string.Join(
        "; ",
        answer.Headers.Where(h => h.Key != "Date").OrderBy(h => h.Key).Select(h => $"{h.Key}: {h.Value}"));
}
