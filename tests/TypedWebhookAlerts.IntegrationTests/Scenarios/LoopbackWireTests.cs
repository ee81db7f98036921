using TypedWebhookAlerts.Testing;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Scenarios;

/// <summary>What a route says of its messages and their place, over real HTTP.</summary>
public sealed class LoopbackWireTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task FramesThreadsFilesAndEditsArriveAsTheyDoInMemory()
    {
        await using var discord = new DiscordSimulator();
        await discord.ListenAsync(Cancellation);
        var forum = discord.AddWebhook("forum", isForum: true);
        await using var pipeline = new AlertPipeline();
        pipeline.Start(Options(discord, forum));

        pipeline.DatabaseDown("a");
        Assert.True(await pipeline.FlushAsync(Timeout.InfiniteTimeSpan, Cancellation));
        pipeline.CommandFailed("/top", "failed", 5, new DeepException());
        pipeline.DatabaseDown("a");
        Assert.True(await pipeline.FlushAsync(Timeout.InfiniteTimeSpan, Cancellation));

        var thread = Assert.Single(forum.Threads);
        Assert.Equal("Nacht · 夜", thread.Name);
        Assert.Equal([7UL], thread.Tags);
        Assert.Equal(2, forum.Messages.Count);
        Assert.All(forum.Messages, message =>
        {
            Assert.Equal(thread.Id, message.ChannelId);
            Assert.Equal("Ops", message.Username);
            Assert.Equal("https://example.org/a.png", message.AvatarUrl);
        });
        Assert.Equal([5UL], forum.Messages.SelectMany(message => message.Mentions));
        Assert.Equal(1, forum.Messages[0].Edits);
        Assert.StartsWith("<@&5>", forum.Messages[0].Content, StringComparison.Ordinal);
        Assert.Equal(DeepException.Whole, Assert.Single(forum.Messages[1].Files).Text);
    }

    private static WebhookAlertOptions Options(DiscordSimulator discord, SimulatedWebhook webhook)
    {
        var options = new WebhookAlertOptions { AttachLongTraces = true };
        options.TrustedHosts.Add(discord.Host);
        options.Routes["error"] = new RouteOptions
        {
            Url = webhook.Url,
            Username = "Ops",
            AvatarUrl = "https://example.org/a.png",
            ThreadName = "Nacht · 夜",
            Tags = { 7 },
            Mention = "5",
        };
        return options;
    }

    private sealed class DeepException() : Exception("é")
    {
        public static string Whole => $"{typeof(DeepException).FullName!.Replace('+', '.')}: é\n{Frames}";

        public override string StackTrace => Frames;

        private static string Frames { get; } =
            string.Concat(Enumerable.Range(0, 20_000).Select(i => $"   at Frame{i}()\n"));
    }
}
