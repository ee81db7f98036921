using System.Globalization;
using TypedWebhookAlerts.Testing;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Simulator;

public sealed class RateLimitTests : SimulatorTest
{
    private const string Hello = """{"content": "hello"}""";

    [Fact]
    public async Task AWebhookTakesFiveRequestsInTwoSecondsAndTheHeadersTell()
    {
        for (var remaining = 4; remaining >= 0; remaining--)
        {
            var answer = await Caller.Post(Webhook, Hello);
            Assert.Equal(200, answer.Status);
            Assert.Equal("5", answer.Headers["X-RateLimit-Limit"]);
            Assert.Equal(remaining.ToString(CultureInfo.InvariantCulture), answer.Headers["X-RateLimit-Remaining"]);
            Time.Advance(TimeSpan.FromMilliseconds(100));
        }

        var refused = await Caller.Post(Webhook, Hello);

        Assert.Equal(429, refused.Status);
        Assert.Equal("0", refused.Headers["X-RateLimit-Remaining"]);
        Assert.Equal("1.500", refused.Headers["X-RateLimit-Reset-After"]);
        Assert.Equal(
            Time.GetUtcNow().AddSeconds(1.5).ToUnixTimeMilliseconds() / 1000m,
            decimal.Parse(refused.Headers["X-RateLimit-Reset"], CultureInfo.InvariantCulture));
        Assert.Equal("user", refused.Headers["X-RateLimit-Scope"]);
        Assert.Equal("2", refused.Headers["Retry-After"]);
        Assert.Equal(1.5, refused.Json.GetProperty("retry_after").GetDouble());
        Assert.False(refused.Json.GetProperty("global").GetBoolean());
    }

    [Fact]
    public async Task AWebhooksWindowOpensWhenItsEndIsReachedAndNotBefore()
    {
        await Post(5);
        Time.Advance(TimeSpan.FromSeconds(2) - TimeSpan.FromTicks(1));
        var early = await Caller.Post(Webhook, Hello);
        Assert.Equal("0.001", early.Headers["X-RateLimit-Reset-After"]);

        Time.Advance(TimeSpan.FromTicks(1));

        Assert.Equal("4", (await Caller.Post(Webhook, Hello)).Headers["X-RateLimit-Remaining"]);
        Assert.Equal([429, 200], Discord.Requests.Skip(5).Select(r => r.StatusCode));
    }

    [Fact]
    public async Task EditsAndDeletionsShareTheWebhooksWindowAndReadsHaveTheirOwn()
    {
        await Caller.Post(Webhook, Hello);
        var id = Webhook.Messages[0].Id;

        var edited = await Caller.Patch(Webhook, id, Hello);
        var read = await Caller.Get(Webhook, id);
        var deleted = await Caller.Delete(Webhook, id);

        Assert.Equal("3", edited.Headers["X-RateLimit-Remaining"]);
        Assert.Equal("4", read.Headers["X-RateLimit-Remaining"]);
        Assert.Equal("2", deleted.Headers["X-RateLimit-Remaining"]);
        Assert.Equal(edited.Headers["X-RateLimit-Bucket"], deleted.Headers["X-RateLimit-Bucket"]);
        Assert.NotEqual(edited.Headers["X-RateLimit-Bucket"], read.Headers["X-RateLimit-Bucket"]);
    }

    [Fact]
    public async Task AllWebhooksGiveOneBucketHashAndEachHasAWindowOfItsOwn()
    {
        var other = Discord.AddWebhook("other");
        await Post(5);

        var answer = await Caller.Post(other, Hello);

        Assert.Equal("4", answer.Headers["X-RateLimit-Remaining"]);
        Assert.Equal(
            (await Caller.Post(Webhook, Hello)).Headers["X-RateLimit-Bucket"], answer.Headers["X-RateLimit-Bucket"]);
    }

    [Fact]
    public async Task AnswersThatRefuseThePayloadCountAndCarryTheHeaders()
    {
        var invalid = await Caller.Post(Webhook, "{}");
        var unknown = await Caller.Send(HttpMethod.Post, Webhook.Url[..^1] + "!", Hello);

        Assert.Equal("4", invalid.Headers["X-RateLimit-Remaining"]);
        Assert.Equal("3", unknown.Headers["X-RateLimit-Remaining"]);
    }

    [Fact]
    public async Task AChannelTakesThirtyRequestsInAMinuteFromAllItsWebhooksAndNoHeaderTells()
    {
        var second = Discord.AddWebhook("second", Webhook.ChannelId);
        for (var i = 0; i < 30; i++)
        {
            var taken = await Caller.Post(i % 2 == 0 ? Webhook : second, Hello);
            Assert.Equal(200, taken.Status);
            Assert.NotEqual("0", taken.Headers["X-RateLimit-Remaining"]);
            Time.Advance(TimeSpan.FromSeconds(1));
        }

        var refused = await Caller.Post(second, Hello);

        Assert.Equal(429, refused.Status);
        Assert.Equal("shared", refused.Headers["X-RateLimit-Scope"]);
        Assert.Equal("30", refused.Headers["Retry-After"]);
        Assert.Equal(30.0, refused.Json.GetProperty("retry_after").GetDouble());
        Assert.Equal("3", refused.Headers["X-RateLimit-Remaining"]);
        Assert.Equal("1.000", refused.Headers["X-RateLimit-Reset-After"]);
        Assert.Equal(200, (await Caller.Get(Webhook)).Status);
        Assert.Equal(200, (await Caller.Post(Discord.AddWebhook("elsewhere"), Hello)).Status);
    }

    [Fact]
    public async Task AChannelsWindowSlides()
    {
        await using var discord = new DiscordSimulator(new()
        {
            TimeProvider = Time,
            ChannelLimit = 2,
            WebhookLimit = 100,
        });
        using var caller = new Caller(discord.CreateHandler());
        var webhook = discord.AddWebhook();
        await caller.Post(webhook, Hello);
        Time.Advance(TimeSpan.FromSeconds(45));
        await caller.Post(webhook, Hello);

        Assert.Equal(15.0, (await caller.Post(webhook, Hello)).Json.GetProperty("retry_after").GetDouble());
        Time.Advance(TimeSpan.FromSeconds(15));
        Assert.Equal(200, (await caller.Patch(webhook, webhook.Messages[0].Id, Hello)).Status);
        Assert.Equal(45.0, (await caller.Post(webhook, Hello)).Json.GetProperty("retry_after").GetDouble());
    }

    [Fact]
    public async Task FiftyRequestsInASecondAreTheMostOfOneSender()
    {
        for (var i = 0; i < 50; i++)
        {
            Assert.Equal(200, (await Caller.Get(Discord.AddWebhook())).Status);
        }

        var refused = await Caller.Get(Webhook);

        Assert.Equal(429, refused.Status);
        Assert.Equal("true", refused.Headers["X-RateLimit-Global"]);
        Assert.Equal("global", refused.Headers["X-RateLimit-Scope"]);
        Assert.True(refused.Json.GetProperty("global").GetBoolean());
        Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(200, (await Caller.Get(Webhook)).Status);
    }

    [Fact]
    public async Task TooManyInvalidRequestsAreABanWithoutAWordOfItsLength()
    {
        await using var discord = new DiscordSimulator(new()
        {
            TimeProvider = Time,
            InvalidRequestLimit = 2,
            WebhookLimit = 1,
        });
        using var caller = new Caller(discord.CreateHandler());
        var webhook = discord.AddWebhook();
        await caller.Post(webhook, Hello);
        Assert.Equal("user", (await caller.Post(webhook, Hello)).Headers["X-RateLimit-Scope"]);
        Assert.Equal("user", (await caller.Post(webhook, Hello)).Headers["X-RateLimit-Scope"]);
        Time.Advance(TimeSpan.FromMinutes(10) - TimeSpan.FromTicks(1));

        var banned = await caller.Post(webhook, Hello);

        Assert.Equal(429, banned.Status);
        Assert.StartsWith("<!doctype html>", banned.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(banned.Headers.Keys, name => name.Contains("ate", StringComparison.Ordinal));
    }

    [Fact]
    public async Task TheTimelineTellsEveryRequest()
    {
        await Post(6);
        await Caller.Post(Webhook, Hello, "");
        Time.Advance(TimeSpan.FromSeconds(2));
        await Caller.Post(Webhook, "{}");

        var requests = Discord.Requests;
        Assert.Equal(8, requests.Count);
        Assert.Equal((200, null, null), (requests[0].StatusCode, requests[0].RateLimitScope, requests[0].ErrorCode));
        Assert.Equal(Webhook.Messages[0].Id, requests[0].MessageId);
        Assert.Equal((429, "user"), (requests[5].StatusCode, requests[5].RateLimitScope));
        Assert.Equal((400, 50006), (requests[7].StatusCode, requests[7].ErrorCode));
        Assert.All(requests, r => Assert.Equal(("POST", Webhook.Id), (r.Method, r.WebhookId)));
        Assert.All(requests, r => Assert.Equal(r.ReceivedAt, r.AnsweredAt));
    }

    private async Task Post(int count)
    {
        for (var i = 0; i < count; i++)
        {
            await Caller.Post(Webhook, Hello);
        }
    }
}
