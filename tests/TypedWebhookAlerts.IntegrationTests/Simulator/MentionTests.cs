using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Simulator;

/// <summary>Whom a message calls, by its content and by what is allowed.</summary>
public sealed class MentionTests() : SimulatorTest(WithoutWindows())
{
    [Theory]
    [InlineData("<@1> <@!1> <@&2>", """{"parse": []}""", new ulong[0])]
    [InlineData("<@1> <@!1> <@&2>", """{"parse": ["users"]}""", new ulong[] { 1 })]
    [InlineData("<@1> <@&2> <@&3>", """{"parse": [], "roles": ["3"], "users": ["1"]}""", new ulong[] { 1, 3 })]
    [InlineData("<@&2> and <@&2>", """{"parse": ["roles"]}""", new ulong[] { 2 })]
    [InlineData("<@2>", """{"parse": [], "roles": ["2"]}""", new ulong[0])]
    [InlineData(@"\<@1> <@x> <@99999999999999999999>", """{"parse": ["users"]}""", new ulong[0])]
    [InlineData("<@1> <@&2>", "null", new ulong[] { 1 })]
    public async Task OnlyWhatTheContentMentionsAndTheRequestAllowsIsCalled(
        string content, string allowed, ulong[] called)
    {
        await Caller.Post(Webhook, $$"""
            {"content": "{{content.Replace(@"\", @"\\", StringComparison.Ordinal)}}", "allowed_mentions": {{allowed}},
             "embeds": [{"description": "<@7>"}]}
            """);

        Assert.Equal(called, Webhook.Messages[0].Mentions);
    }

    [Fact]
    public async Task AnEditCallsNobody()
    {
        await Caller.Post(Webhook, """{"content": "c"}""");
        await Caller.Patch(
            Webhook, Webhook.Messages[0].Id, """{"content": "<@1>", "allowed_mentions": {"parse": ["users"]}}""");

        Assert.Empty(Webhook.Messages[0].Mentions);
    }
}
