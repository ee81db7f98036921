using System.Globalization;
using TypedWebhookAlerts.Testing;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Simulator;

public sealed class MessageTests() : SimulatorTest(WithoutWindows())
{
    private const string Silent = """ "allowed_mentions": {"parse": []} """;

    [Fact]
    public async Task WithWaitTheAnswerIsTheMessage()
    {
        var answer = await Caller.Post(Webhook, """{"content": " up ", "embeds": [{"title": "T", "color": 255}]}""");

        Assert.Equal(200, answer.Status);
        var message = Assert.Single(Discord.Messages);
        Assert.Equal(Text(message.Id), answer.Json.GetProperty("id").GetString());
        Assert.Equal(Text(Webhook.ChannelId), answer.Json.GetProperty("channel_id").GetString());
        Assert.Equal(Text(Webhook.Id), answer.Json.GetProperty("webhook_id").GetString());
        Assert.Equal("up", answer.Json.GetProperty("content").GetString());
        Assert.Equal("T", answer.Json.GetProperty("embeds")[0].GetProperty("title").GetString());
        Assert.Equal(255, message.Embeds[0].Color);
        Assert.Equal(answer.Body, message.Json);
        Assert.Equal(Time.GetUtcNow(), message.CreatedAt);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?wait=false")]
    public async Task WithoutWaitTheAnswerIsEmptyAndTheMessageIsThere(string query)
    {
        var answer = await Caller.Post(Webhook, """{"content": "up"}""", query);

        Assert.Equal(204, answer.Status);
        Assert.Equal("", answer.Body);
        Assert.Equal("up", Assert.Single(Webhook.Messages).Content);
    }

    [Fact]
    public async Task EveryPartOfAnEmbedIsKept()
    {
        await Caller.Post(Webhook, """
            {
              "username": "Ops", "flags": 4100,
              "embeds": [{
                "title": "T", "description": " D ", "url": "https://example.com/", "color": 0,
                "timestamp": "2026-01-02T03:04:05.5+01:00", "footer": {"text": "F"}, "author": {"name": "A"},
                "image": {"url": "https://example.com/i.png"}, "thumbnail": {"url": "attachment://t.png"},
                "fields": [{"name": "N", "value": "V", "inline": true}, {"name": "N2", "value": "V2"}]
              }]
            }
            """);

        var message = Assert.Single(Discord.Messages);
        Assert.Equal("Ops", message.Username);
        Assert.True(message.SuppressesEmbeds);
        Assert.True(message.SuppressesNotifications);
        var embed = Assert.Single(message.Embeds);
        Assert.Equal(
            ("T", "D", "https://example.com/", 0, "F", "A", "https://example.com/i.png", "attachment://t.png"),
            (embed.Title, embed.Description, embed.Url, embed.Color, embed.Footer, embed.Author, embed.Image,
                embed.Thumbnail));
        Assert.Equal(new DateTimeOffset(2026, 1, 2, 2, 4, 5, 500, TimeSpan.Zero), embed.Timestamp);
        Assert.Equal([new SimulatedField("N", "V", true), new SimulatedField("N2", "V2", false)], embed.Fields);
    }

    [Fact]
    public async Task AnEditReplacesAllEmbedsAndLeavesAloneWhatItDoesNotName()
    {
        await Caller.Post(Webhook, """{"content": "c", "embeds": [{"title": "1"}, {"title": "2"}]}""");
        var before = Discord.Messages[0];
        Time.Advance(TimeSpan.FromSeconds(3));

        var answer = await Caller.Patch(Webhook, before.Id, """{"embeds": [{"title": "3"}]}""");

        Assert.Equal(200, answer.Status);
        var after = Assert.Single(Discord.Messages);
        Assert.Equal((before.Id, "c", 1), (after.Id, after.Content, after.Edits));
        Assert.Equal("3", Assert.Single(after.Embeds).Title);
        Assert.Equal(before.CreatedAt + TimeSpan.FromSeconds(3), after.EditedAt);
        Assert.Equal("2", before.Embeds[1].Title);
        Assert.Equal((0, null), (before.Edits, before.EditedAt));
    }

    [Fact]
    public async Task AnEditDoesNotRememberAllowedMentions()
    {
        await Caller.Post(Webhook, $$"""{"content": "@everyone", {{Silent}}}""");
        Assert.True(Discord.Messages[0].SuppressesMentions);

        await Caller.Patch(Webhook, Discord.Messages[0].Id, """{"content": "@everyone!"}""");
        Assert.False(Discord.Messages[0].SuppressesMentions);

        await Caller.Patch(Webhook, Discord.Messages[0].Id, $$"""{"content": "@everyone!", {{Silent}}}""");
        Assert.True(Discord.Messages[0].SuppressesMentions);
    }

    [Fact]
    public async Task AnEditThatLeavesNothingIsRefused()
    {
        await Caller.Post(Webhook, """{"content": "c"}""");

        var answer = await Caller.Patch(Webhook, Discord.Messages[0].Id, """{"content": null, "embeds": []}""");

        Assert.Equal((400, 50006), (answer.Status, answer.Code));
        Assert.Equal("c", Discord.Messages[0].Content);
    }

    [Fact]
    public async Task EditsOfMessagesOverAnHourOldAreLimited()
    {
        await using var discord = new DiscordSimulator(new() { TimeProvider = Time, OldMessageEditLimit = 1 });
        var webhook = discord.AddWebhook();
        using var caller = new Caller(discord.CreateHandler());
        await caller.Post(webhook, """{"content": "c"}""");
        var id = webhook.Messages[0].Id;

        Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(200, (await caller.Patch(webhook, id, """{"content": "an hour"}""")).Status);
        Time.Advance(TimeSpan.FromTicks(1));
        Assert.Equal(200, (await caller.Patch(webhook, id, """{"content": "over an hour"}""")).Status);
        Assert.Equal(30046, (await caller.Patch(webhook, id, """{"content": "once too often"}""")).Code);

        Assert.Equal("over an hour", webhook.Messages[0].Content);
    }

    [Fact]
    public async Task ADeletedMessageIsUnknown()
    {
        await Caller.Post(Webhook, """{"content": "c"}""");
        var id = Discord.Messages[0].Id;
        Assert.Equal(200, (await Caller.Get(Webhook, id)).Status);

        Assert.Equal(204, (await Caller.Delete(Webhook, id)).Status);

        Assert.Empty(Discord.Messages);
        foreach (var answer in new[]
        {
            await Caller.Get(Webhook, id),
            await Caller.Patch(Webhook, id, """{"content": "d"}"""),
            await Caller.Delete(Webhook, id),
        })
        {
            Assert.Equal((404, 10008), (answer.Status, answer.Code));
        }
    }

    [Fact]
    public async Task AMessageBelongsToItsWebhookAndItsThread()
    {
        var other = Discord.AddWebhook("other", Webhook.ChannelId);
        var thread = $"?thread_id={Webhook.AddThread("night").Id}";
        await Caller.Post(Webhook, """{"content": "c"}""", thread);
        var message = Assert.Single(Webhook.Messages);

        Assert.Equal(Webhook.Threads.Single().Id, message.ChannelId);
        Assert.Empty(other.Messages);
        Assert.Equal(404, (await Caller.Patch(other, message.Id, """{"content": "d"}""")).Status);
        Assert.Equal(404, (await Caller.Patch(Webhook, message.Id, """{"content": "d"}""")).Status);
        Assert.Equal(200, (await Caller.Patch(Webhook, message.Id, """{"content": "d"}""", thread)).Status);
    }

    [Fact]
    public async Task ATextChannelTakesNoThreadName()
    {
        var answer = await Caller.Post(Webhook, """{"content": "c", "thread_name": "t"}""");
        var both = await Caller.Post(Webhook, """{"content": "c", "thread_name": "t"}""", "?thread_id=1");

        Assert.Equal((220003, 220002), (answer.Code, both.Code));
    }

    [Fact]
    public async Task AWebhookTellsItsChannelWithoutOtherAuthorisation()
    {
        var answer = await Caller.Get(Webhook);

        Assert.Equal(200, answer.Status);
        Assert.Equal(Text(Webhook.Id), answer.Json.GetProperty("id").GetString());
        Assert.Equal(Text(Webhook.ChannelId), answer.Json.GetProperty("channel_id").GetString());
        Assert.Equal("alerts", answer.Json.GetProperty("name").GetString());
        Assert.Equal(1, answer.Json.GetProperty("type").GetInt32());
        Assert.Equal(Webhook.Token, answer.Json.GetProperty("token").GetString());
    }

    [Fact]
    public async Task EveryChangeIsAnnouncedAfterItIsVisible()
    {
        var announced = new List<(SimulatedMessage Message, int Visible)>();
        Discord.MessageChanged += message => announced.Add((message, Discord.Messages.Count));

        await Caller.Post(Webhook, """{"content": "1"}""");
        await Caller.Post(Webhook, """{"content": ""}""");
        await Caller.Patch(Webhook, Discord.Messages[0].Id, """{"content": "2"}""");

        Assert.Equal([("1", 1), ("2", 1)], announced.Select(a => (a.Message.Content, a.Visible)));
    }

    [Fact]
    public async Task IdsRiseAndLookLikeDiscords()
    {
        await Caller.Post(Webhook, """{"content": "1"}""");
        await Caller.Post(Webhook, """{"content": "2"}""");
        Time.Advance(TimeSpan.FromMilliseconds(1));
        await Caller.Post(Webhook, """{"content": "3"}""");

        Assert.Equal(["1", "2", "3"], Discord.Messages.OrderBy(m => m.Id).Select(m => m.Content));
        Assert.All(Discord.Messages, m => Assert.InRange(Text(m.Id).Length, 17, 20));
        Assert.Matches("^https://discord.com/api/webhooks/[0-9]{17,20}/[A-Za-z0-9_-]{68}$", Webhook.Url);
    }

    private static string Text(ulong id) => id.ToString(CultureInfo.InvariantCulture);
}
