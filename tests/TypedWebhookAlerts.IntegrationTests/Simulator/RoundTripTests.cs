using TypedWebhookAlerts.Testing;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Simulator;

public sealed class RoundTripTests() : SimulatorTest(new() { RoundTrip = TimeSpan.FromMilliseconds(100) })
{
    private const string Hello = """{"content": "hello"}""";

    private static readonly TimeSpan s_half = TimeSpan.FromMilliseconds(50);

    [Fact]
    public async Task HalfOfItPassesBeforeDiscordDecidesAndHalfAfter()
    {
        var sent = Time.GetUtcNow();
        var answer = Caller.Post(Webhook, Hello);
        Assert.Equal((1, 0), (Discord.SleepingRequests, Discord.Messages.Count));

        Time.Advance(s_half);
        Assert.Equal((1, 1, false), (Discord.SleepingRequests, Discord.Messages.Count, answer.IsCompleted));
        Assert.Null(Discord.Requests[0].AnsweredAt);

        Time.Advance(s_half);
        Assert.Equal(200, (await answer).Status);
        Assert.Equal(0, Discord.SleepingRequests);
        Assert.Equal(sent + s_half, Discord.Messages[0].CreatedAt);
        var request = Assert.Single(Discord.Requests);
        Assert.Equal((sent + s_half, sent + (2 * s_half)), (request.ReceivedAt, request.AnsweredAt));
    }

    [Fact]
    public async Task ASenderThatGivesUpBeforeDiscordDecidesHasSentNothing()
    {
        using var client = Client();
        using var gaveUp = new CancellationTokenSource(TimeSpan.FromMilliseconds(49), Time);
        var answer = client.PostAsync(Webhook.Url, Body(), gaveUp.Token);

        Time.Advance(TimeSpan.FromMilliseconds(200));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => answer);
        Assert.Equal((0, 0, 0), (Discord.SleepingRequests, Discord.Messages.Count, Discord.Requests.Count));
    }

    [Fact]
    public async Task ASenderThatGivesUpOnTheAnswerHasSentAndDoesNotKnow()
    {
        using var client = Client();
        using var gaveUp = new CancellationTokenSource(TimeSpan.FromMilliseconds(51), Time);
        var answer = client.PostAsync(Webhook.Url, Body(), gaveUp.Token);

        Time.Advance(TimeSpan.FromMilliseconds(200));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => answer);
        Assert.Equal((0, 1), (Discord.SleepingRequests, Discord.Messages.Count));
        Assert.Null(Assert.Single(Discord.Requests).AnsweredAt);
    }

    [Fact]
    public async Task DisposingTheSimulatorAbandonsWhatIsUnderWay()
    {
        await using var discord = new DiscordSimulator(new() { TimeProvider = Time, RoundTrip = s_half });
        using var caller = new Caller(discord.CreateHandler());
        var webhook = discord.AddWebhook();
        var answer = caller.Post(webhook, Hello);

        await discord.DisposeAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => answer);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => caller.Post(webhook, Hello));
        Assert.Equal(0, discord.SleepingRequests);
    }

    [Fact]
    public async Task WithoutARoundTripTheAnswerIsThereAtOnce()
    {
        await using var discord = new DiscordSimulator(new() { TimeProvider = Time });
        using var caller = new Caller(discord.CreateHandler());

        var answer = caller.Post(discord.AddWebhook(), Hello);

        Assert.True(answer.IsCompletedSuccessfully);
        Assert.Null(Time.NextDue);
    }

    [Fact]
    public async Task ASynchronousCallIsAnsweredToo()
    {
        await using var discord = new DiscordSimulator(new() { TimeProvider = Time });
        using var client = new HttpClient(discord.CreateHandler());
        using var request = new HttpRequestMessage(HttpMethod.Post, discord.AddWebhook().Url) { Content = Body() };
        request.Headers.TryAddWithoutValidation("User-Agent", Caller.UserAgent);

        using var response = client.Send(request, TestContext.Current.CancellationToken);

        Assert.Equal(204, (int)response.StatusCode);
    }

    [Fact]
    public async Task ADriverFinishesAHundredRequestsInAsManyStepsAsThereAreEvents()
    {
        var answers = Enumerable.Range(0, 100).Select(_ => Caller.Post(Discord.AddWebhook(), Hello)).ToArray();
        var steps = 0;

        while (answers.Count(a => !a.IsCompleted) is > 0 and var inFlight)
        {
            Assert.Equal(inFlight, Discord.SleepingRequests);
            Assert.True(Time.AdvanceToNext(TimeSpan.FromSeconds(1)));
            steps++;
        }

        Assert.Equal(2, steps);
        Assert.Equal([200, 429], (await Task.WhenAll(answers)).Select(a => a.Status).Distinct());
    }

    private static StringContent Body() => new(Hello, System.Text.Encoding.UTF8, "application/json");

    private HttpClient Client()
    {
        var client = new HttpClient(Discord.CreateHandler());
        client.DefaultRequestHeaders.Add("User-Agent", Caller.UserAgent);
        return client;
    }
}
