using TypedWebhookAlerts.IntegrationTests.Scenarios;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Hosting;

/// <summary>How a host's alerts show users' ids.</summary>
public sealed class UserIdTests
{
    private const ulong Id = 80351110224674821;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AReloadChangesHowIdsAreShownAndNotWhatIsEqual()
    {
        await using var run = new HostRun(settings: [("WebhookAlerts:CoalesceWindow", "00:00:00")]);
        await run.StartAsync(Token);

        run.Pipeline.CommandFailed("db", "it broke", Id, null);
        run.Flush();
        run.Reload(("WebhookAlerts:UserIds", "Mask"));
        run.Run(TimeSpan.FromSeconds(1));
        run.Pipeline.CommandFailed("db", "it broke", Id, null);
        run.Flush();
        run.Reload(("WebhookAlerts:UserIds", "Hash"), ("WebhookAlerts:UserIdHashKey", "a key of 16 chars"));
        run.Run(TimeSpan.FromSeconds(1));
        run.Pipeline.CommandFailed("db", "it broke", Id, null);
        run.Pipeline.CommandFailed("db", "it broke", Id + 1, null);
        run.Flush();

        var shown = run.Embeds.Select(embed => embed.Fields[^1].Value).ToList();
        Assert.Equal([$"<@{Id}>", "…4821"], shown[..2]);
        Assert.All(shown[2..], hash => Assert.Matches("^[0-9a-f]{12}$", hash));
        Assert.NotEqual(shown[2], shown[3]);
    }

    [Fact]
    public async Task MaskedIdsThatLookAlikeAreStillTwoAlerts()
    {
        await using var run = new HostRun(settings: [("WebhookAlerts:UserIds", "Mask")]);
        await run.StartAsync(Token);

        run.Pipeline.CommandFailed("db", "it broke", 1_0000_4821, null);
        run.Pipeline.CommandFailed("db", "it broke", 2_0000_4821, null);
        run.Flush();

        Assert.Equal(["…4821", "…4821"], run.Embeds.Select(embed => embed.Fields[^1].Value));
    }
}
