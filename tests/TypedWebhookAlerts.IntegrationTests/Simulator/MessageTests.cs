using TypedWebhookAlerts.Testing;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Simulator;

public sealed class MessageTests : IAsyncLifetime
{
    private readonly VirtualTime _time = new();
    private readonly DiscordSimulator _discord;
    private readonly SimulatedWebhook _webhook;
    private readonly Caller _caller;

    public MessageTests()
    {
        _discord = new DiscordSimulator(new DiscordSimulatorOptions { TimeProvider = _time });
        _webhook = _discord.AddWebhook();
        _caller = new Caller(_discord.CreateHandler());
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        _caller.Dispose();
        await _discord.DisposeAsync();
    }

    [Fact]
    public async Task WithWaitTheAnswerIsTheMessage()
    {
        var answer = await _caller.Post(_webhook, """{"content": " up ", "embeds": [{"title": "T", "color": 255}]}""");

        Assert.Equal(200, answer.Status);
        var message = Assert.Single(_discord.Messages);
        Assert.Equal(message.Id.ToString(), answer.Json.GetProperty("id").GetString());
        Assert.Equal(_webhook.ChannelId.ToString(), answer.Json.GetProperty("channel_id").GetString());
        Assert.Equal(_webhook.Id.ToString(), answer.Json.GetProperty("webhook_id").GetString());
        Assert.Equal("up", answer.Json.GetProperty("content").GetString());
        Assert.Equal("T", answer.Json.GetProperty("embeds")[0].GetProperty("title").GetString());
        Assert.Equal(255, message.Embeds[0].Color);
        Assert.Equal(answer.Body, message.Json);
        Assert.Equal(_time.GetUtcNow(), message.CreatedAt);
    }
}
