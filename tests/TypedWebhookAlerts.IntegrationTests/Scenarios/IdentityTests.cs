using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.Testing;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Scenarios;

/// <summary>Who signs a route's messages, and whom they call.</summary>
public sealed class IdentityTests
{
    [Fact]
    public async Task AMessageIsSignedAsItsRouteSays()
    {
        await using var run = Run(route =>
        {
            route.Username = " Ops \"夜\" ";
            route.AvatarUrl = "https://example.org/a.png";
        });
        run.Pipeline.Numbered(1);
        Assert.True(run.Flush(TimeSpan.FromMinutes(1)));

        var message = Assert.Single(run.Error.Messages);
        Assert.Equal(("Ops \"夜\"", "https://example.org/a.png"), (message.Username, message.AvatarUrl));
        Assert.Null(message.Content);
    }

    [Theory]
    [InlineData(true, "role:5", "<@&5>")]
    [InlineData(false, "5", "<@&5>")]
    [InlineData(true, "user:5", "<@5>")]
    [InlineData(false, "<@5>", "<@5>")]
    public async Task CriticalsCallOnceAMessageAndAnEditCallsNobodyAgain(bool useEmbeds, string mention, string text)
    {
        await using var run = Run(route => route.Mention = mention, useEmbeds);
        run.Pipeline.Numbered(1);
        run.Pipeline.DatabaseDown("a");
        run.Pipeline.DatabaseDown("b");
        Assert.True(run.RunUntil(() => run.Error.Messages.Count > 0, TimeSpan.FromMinutes(1)));
        run.Pipeline.DatabaseDown("a");
        run.Pipeline.LowOn("ink");
        Assert.True(run.Flush(TimeSpan.FromMinutes(10)));

        Assert.Contains(run.Error.Messages, message => message is { Edits: > 0, Mentions.Count: 1 });
        Assert.All(run.Error.Messages, message =>
        {
            var isCritical = message.Json.Contains("Database", StringComparison.Ordinal);
            Assert.Equal(isCritical ? [5UL] : [], message.Mentions);
            Assert.Equal(isCritical ? 2 : 1, (message.Content ?? "").Split(text).Length);
            Assert.Equal(!isCritical, message.SuppressesMentions);
        });
    }

    [Theory]
    [InlineData(LogLevel.Warning, 2)]
    [InlineData(LogLevel.Error, 1)]
    [InlineData(LogLevel.None, 0)]
    public async Task OnlyTheLevelsThatAreToCallDo(LogLevel from, int calls)
    {
        await using var run = Run(route => (route.Mention, route.MentionFrom) = ("5", from));
        run.Pipeline.LowOn("ink");
        Assert.True(run.Flush(TimeSpan.FromMinutes(1)));
        run.Pipeline.Numbered(1);
        Assert.True(run.Flush(TimeSpan.FromMinutes(1)));

        Assert.Equal(2, run.Error.Messages.Count);
        Assert.Equal(calls, run.Error.Messages.Sum(message => message.Mentions.Count));
    }

    [Fact]
    public async Task TheCallHasItsRoomInAContentThatIsFull()
    {
        const string Mention = "<@&18446744073709551615>";
        await using var run = new VirtualRun((options, _) =>
        {
            options.UseEmbeds = options.IncludeTimestamps = options.IncludeBotInfo = false;
            options.Routes["error"].Mention = Mention;
        });
        run.Pipeline.DatabaseDown(new string('x', 5000));
        run.Pipeline.Numbered(1);
        run.Pipeline.WorkerStopped(new string('y', 5000));
        Assert.True(run.Flush(TimeSpan.FromMinutes(1)));

        Assert.Equal(3, run.Pipeline.Ledger.Delivered);
        Assert.All(run.Error.Messages, message => Assert.InRange(message.Content!.Length, 1, 2000));
        Assert.StartsWith(Mention + "\nDatabase xxx", run.Error.Messages[0].Content, StringComparison.Ordinal);
        // Its counter and the words that it may be there twice would fill it to the last character.
        Assert.Equal(2000 - 64 - "-# possibly repeated\n".Length, run.Error.Messages[0].Content!.Length);
    }

    [Fact]
    public async Task RoutesOfOneWebhookThatLookDifferentShareItsLaneAndNoMessage()
    {
        await using var run = new VirtualRun((options, discord) =>
        {
            options.Routes["error"].Username = "Ops";
            options.Route("member-events", options.Routes["error"].Url!);
            options.Routes["member-events"].Username = "Door";
        });
        run.Pipeline.Numbered(1);
        run.Pipeline.Joined("Ann");
        run.Pipeline.Joined("Bob");
        run.Pipeline.Numbered(2);
        Assert.True(run.Flush(TimeSpan.FromMinutes(1)));

        Assert.Equal(
            [("Ops", 1), ("Door", 2), ("Ops", 1)],
            run.Error.Messages.Select(message => (message.Username, message.Embeds.Count)));
    }

    private static VirtualRun Run(Action<RouteOptions> configure, bool useEmbeds = true)
        => new((options, _) =>
        {
            options.UseEmbeds = useEmbeds;
            configure(options.Routes["error"]);
        });
}
