using TypedWebhookAlerts.Testing;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Simulator;

/// <summary>Which request meets which of the faults that are planned.</summary>
public sealed class FaultPlanTests() : SimulatorTest(WithoutWindows())
{
    private const string Hello = """{"content": "hello"}""";

    [Fact]
    public async Task ARequestMeetsTheFaultThatWasPlannedFirst()
    {
        Discord.Faults.Next(2).AnswerWith(Fault.Unavailable)
            .Next().AnswerWith(Fault.None)
            .AnswerWith(Fault.Banned);

        Assert.Equal([503, 503, 200, 429, 429], await Post(5));
        Assert.Equal(["503", "503", null, "banned", "banned"], Discord.Requests.Select(request => request.Fault));
    }

    [Fact]
    public async Task ClearingThePlanIsTheRecovery()
    {
        Discord.Faults.AnswerWith(Fault.Unavailable);
        Assert.Equal([503], await Post(1));

        Discord.Faults.Clear();

        Assert.Equal([200], await Post(1));
    }

    [Fact]
    public async Task AFaultOfOneMethodLeavesTheOthersAlone()
    {
        var id = (await Caller.Post(Webhook, Hello)).Id;
        Discord.Faults.OnEdits().AnswerWith(Fault.MessageDeleted);
        Assert.Equal((404, 200, 200), await EditPostAndRead(id));

        Discord.Faults.Clear();
        Discord.Faults.OnPosts().AnswerWith(Fault.MessageDeleted);
        Assert.Equal((200, 404, 200), await EditPostAndRead(id));

        Discord.Faults.Clear();
        Discord.Faults.OnReads().Next().AnswerWith(Fault.MessageDeleted);
        Assert.Equal((200, 200, 404), await EditPostAndRead(id));
        Assert.Equal((200, 200, 200), await EditPostAndRead(id));
    }

    [Fact]
    public async Task AFaultOfOneWebhookLeavesItsNeighbourAlone()
    {
        var other = Discord.AddWebhook("other", Webhook.ChannelId);
        Discord.Faults.For(Webhook).Next(2).AnswerWith(Fault.TokenRevoked);

        Assert.Equal(200, (await Caller.Post(other, Hello)).Status);
        Assert.Equal([401, 401, 200], await Post(3));
    }

    [Fact]
    public async Task AFaultBeginsAndEndsAtItsMoments()
    {
        var at = Time.GetUtcNow().AddSeconds(1);
        Discord.Faults.From(at).AnswerWith(Fault.WebhookDeleted);
        Assert.Equal([200], await Post(1));
        Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal([404], await Post(1));

        Discord.Faults.Clear();
        Discord.Faults.Until(at.AddSeconds(1)).AnswerWith(Fault.Unavailable);
        Assert.Equal([503], await Post(1));
        Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal([200], await Post(1));
    }

    [Fact]
    public async Task ARequestThatAFaultKeepsFromDiscordTakesNoPlaceInItsWindows()
    {
        await using var discord = new DiscordSimulator(new() { TimeProvider = Time, WebhookLimit = 1 });
        var webhook = discord.AddWebhook();
        using var caller = new Caller(discord.CreateHandler());
        discord.Faults.Next(3).AnswerWith(Fault.Unavailable).Next().AnswerWith(Fault.Body("?"));

        var statuses = new List<int>();
        for (var i = 0; i < 5; i++)
        {
            statuses.Add((await caller.Post(webhook, Hello)).Status);
        }

        Assert.Equal([503, 503, 503, 200, 429], statuses);
    }

    [Fact]
    public async Task RefusalsThatArePlannedCountTowardsTheBan()
    {
        await using var discord = new DiscordSimulator(new() { TimeProvider = Time, InvalidRequestLimit = 2 });
        var webhook = discord.AddWebhook();
        using var caller = new Caller(discord.CreateHandler());
        discord.Faults.Next(2).AnswerWith(Fault.RateLimited(RateLimitScope.Shared, TimeSpan.FromSeconds(1)))
            .Next(2).AnswerWith(Fault.TokenRevoked);

        var statuses = new List<int>();
        for (var i = 0; i < 5; i++)
        {
            statuses.Add((await caller.Post(webhook, Hello)).Status);
        }

        Assert.Equal([429, 429, 401, 401, 429], statuses);
    }

    [Fact]
    public async Task ADeletedMessageIsGoneAndCannotBeEdited()
    {
        await Caller.Post(Webhook, Hello);
        var message = Assert.Single(Webhook.Messages);

        Assert.True(Discord.Delete(message));

        Assert.Empty(Webhook.Messages);
        Assert.Equal(10008, (await Caller.Patch(Webhook, message.Id, Hello)).Code);
        Assert.False(Discord.Delete(message));
    }

    [Fact]
    public void AFaultOfNoRequestIsRefused()
        => Assert.Throws<ArgumentOutOfRangeException>(() => Discord.Faults.Next(0));

    private async Task<IReadOnlyList<int>> Post(int count)
    {
        var statuses = new List<int>();
        for (var i = 0; i < count; i++)
        {
            statuses.Add((await Caller.Post(Webhook, Hello)).Status);
        }

        return statuses;
    }

    private async Task<(int Edit, int Post, int Read)> EditPostAndRead(ulong id) => (
        (await Caller.Patch(Webhook, id, Hello)).Status,
        (await Caller.Post(Webhook, Hello)).Status,
        (await Caller.Get(Webhook, id)).Status);
}
