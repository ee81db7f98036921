using TypedWebhookAlerts.Testing;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Simulator;

public sealed class RefusalTests() : SimulatorTest(WithoutWindows())
{
    private const string Hello = """{"content": "hello"}""";

    [Fact]
    public async Task AnUnknownWebhookIs10015()
    {
        var gone = Discord.AddWebhook();
        Assert.True(Discord.RemoveWebhook(gone));

        var answer = await Caller.Post(gone, Hello);

        Assert.Equal((404, 10015), (answer.Status, answer.Code));
        Assert.False(Discord.RemoveWebhook(gone));
    }

    [Fact]
    public async Task AWrongTokenIs50027()
    {
        var answer = await Caller.Send(HttpMethod.Post, Webhook.Url[..^1] + "!", Hello);

        Assert.Equal((401, 50027), (answer.Status, answer.Code));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Mozilla/5.0")]
    [InlineData("DiscordBot")]
    [InlineData("DiscordBot (https://example.com)")]
    public async Task AUserAgentOfAnotherFormIs40333(string? userAgent)
    {
        using var caller = new Caller(Discord.CreateHandler(), userAgent);

        var answer = await caller.Post(Webhook, Hello);

        Assert.Equal((403, 40333), (answer.Status, answer.Code));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"content": null}""")]
    [InlineData("""{"content": " \n\u00a0"}""")]
    [InlineData("""{"content": "", "embeds": []}""")]
    [InlineData("""{"embeds": null}""")]
    public async Task AMessageWithNothingInItIs50006(string body)
    {
        var answer = await Caller.Post(Webhook, body);

        Assert.Equal((400, 50006), (answer.Status, answer.Code));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("""{"content": "a",}""")]
    [InlineData("""{"content": "\ud83d"}""")]
    [InlineData("""{"content": "\ude00\ud83d"}""")]
    [InlineData("""{"\udc00": "a"}""")]
    [InlineData("{\"content\": \"line\nbreak\"}")]
    public async Task ABodyThatIsNotJsonIs50109(string body)
    {
        var answer = await Caller.Post(Webhook, body);

        Assert.Equal((400, 50109), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task BytesThatAreNotUtf8Are50109()
    {
        using var client = new HttpClient(Discord.CreateHandler());
        client.DefaultRequestHeaders.Add("User-Agent", Caller.UserAgent);
        using var content = new ByteArrayContent([.. "{\"content\":\""u8, 0xED, 0xA0, 0xBD, .. "\"}"u8]);
        content.Headers.ContentType = new("application/json");

        using var response = await client.PostAsync(Webhook.Url, content, TestContext.Current.CancellationToken);

        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(400, (int)response.StatusCode);
        Assert.Contains("50109", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ABodyNotDeclaredAsJsonHoldsNoMessage()
    {
        var answer = await Caller.Send(HttpMethod.Post, Webhook.Url, Hello, "text/plain");

        Assert.Equal(50006, answer.Code);
    }

    [Fact]
    public async Task ARequestOver25MiBIs40005()
    {
        var answer = await Caller.Post(Webhook, new string(' ', 25 * 1024 * 1024) + Hello);

        Assert.Equal((413, 40005), (answer.Status, answer.Code));
    }

    [Theory]
    [InlineData("/api/webhooks", 404)]
    [InlineData("/webhooks/{0}/{1}", 404)]
    [InlineData("/api/webhooks/{0}/{1}/slack", 404)]
    [InlineData("/api/v3/webhooks/{0}/{1}", 400)]
    [InlineData("/api/webhooks/0{0}/{1}", 400)]
    [InlineData("/api/webhooks/{0}/{1}?wait=perhaps", 400)]
    [InlineData("/api/webhooks/{0}/{1}?thread_id=x", 400)]
    [InlineData("/api/webhooks/{0}/{1}", 204)]
    [InlineData("/api/v10/webhooks/{0}/{1}", 204)]
    public async Task ThePathAndTheQueryMustBeRight(string path, int status)
    {
        var url = "https://ptb.discord.com"
            + path.Replace("{0}", $"{Webhook.Id}", StringComparison.Ordinal)
                .Replace("{1}", Webhook.Token, StringComparison.Ordinal);

        var answer = await Caller.Send(HttpMethod.Post, url, Hello);

        Assert.Equal(status, answer.Status);
    }

    [Fact]
    public async Task ADeletedWebhookIsGoneButItsMessagesStay()
    {
        await Caller.Post(Webhook, Hello);

        Assert.Equal(204, (await Caller.Send(HttpMethod.Delete, Webhook.Url)).Status);

        Assert.Equal(404, (await Caller.Post(Webhook, Hello)).Status);
        Assert.Single(Discord.Messages);
    }

    [Fact]
    public async Task InMemoryThereIsNoHostButDiscords()
    {
        var elsewhere = new Uri(Webhook.Url.Replace("discord.com", "example.com", StringComparison.Ordinal));

        var failure = await Assert.ThrowsAsync<HttpRequestException>(
            () => Caller.Send(HttpMethod.Post, elsewhere.ToString(), Hello));

        Assert.Equal(HttpRequestError.NameResolutionError, failure.HttpRequestError);
    }

    [Fact]
    public async Task AllErrorsOfAPayloadAreNamedAtTheirPlaces()
    {
        var answer = await Caller.Post(Webhook, """
            {"content": 5, "embeds": [{"title": "fine"}, {"color": -1, "fields": [{"name": " ", "value": "v"}]}]}
            """);

        Assert.Equal((400, 50035), (answer.Status, answer.Code));
        Assert.Equal("STRING_TYPE_CONVERT", answer.ErrorAt("content"));
        Assert.Equal("NUMBER_TYPE_MIN", answer.ErrorAt("embeds.1.color"));
        Assert.Equal("BASE_TYPE_REQUIRED", answer.ErrorAt("embeds.1.fields.0.name"));
        Assert.False(answer.Json.GetProperty("errors").GetProperty("embeds").TryGetProperty("0", out _));
    }

    [Fact]
    public async Task LegacyErrorsNameNoMoreThanThePlace()
    {
        await using var discord = new DiscordSimulator(new() { TimeProvider = Time, LegacyErrors = true });
        using var caller = new Caller(discord.CreateHandler());
        var webhook = discord.AddWebhook();

        var embed = await caller.Post(webhook, """{"embeds": [{}]}""");
        var content = await caller.Post(webhook, $$"""{"content": "{{new string('a', 2001)}}"}""");

        Assert.Equal("""{"embeds":["0"]}""", embed.Body);
        Assert.Equal("""{"content":["Must be 2000 or fewer in length."]}""", content.Body);
    }

    [Fact]
    public async Task WhatTheSimulatorDoesNotModelItRefuses()
    {
        foreach (var body in new[]
        {
            """{"content": "c", "components": [{"type": 1}]}""",
            """{"content": "c", "poll": {}}""",
            """{"content": "c", "flags": 32768}""",
        })
        {
            var answer = await Caller.Post(Webhook, body);
            Assert.Contains("SIMULATOR_NOT_MODELLED", answer.Body, StringComparison.Ordinal);
        }

        Assert.Empty(Discord.Messages);
    }
}
