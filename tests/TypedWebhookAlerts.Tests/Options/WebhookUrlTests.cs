using Xunit;

namespace TypedWebhookAlerts.Tests.Options;

public sealed class WebhookUrlTests
{
    private const string Token = "s3cret-Token_1";

    [Theory]
    [InlineData("https://discord.com/api/webhooks/123/" + Token)]
    [InlineData("https://ptb.discord.com/api/v10/webhooks/123/" + Token)]
    [InlineData("https://canary.discord.com/api/v9/webhooks/123/" + Token)]
    [InlineData("https://discordapp.com/api/webhooks/123/" + Token + "/")]
    [InlineData("  https://DISCORD.com/api/webhooks/12345678901234567890/" + Token + "?thread_id=77 ")]
    public void WhatDiscordHandsOutIsAccepted(string address)
    {
        Assert.Null(WebhookUrl.TryParse(address, [], out var url));
        Assert.NotNull(url);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not an address")]
    [InlineData("/api/webhooks/123/" + Token)]
    [InlineData("http://discord.com/api/webhooks/123/" + Token)]
    [InlineData("https://discord.com:8443/api/webhooks/123/" + Token)]
    [InlineData("https://user@discord.com/api/webhooks/123/" + Token)]
    [InlineData("https://discord.com/api/webhooks/123/" + Token + "#part")]
    [InlineData("https://discord.com/api/webhooks/123/" + Token + "?wait=true")]
    [InlineData("https://discord.com/api/webhooks/123/" + Token + "?thread_id=")]
    [InlineData("https://discord.com/api/webhooks/123/" + Token + "/github")]
    [InlineData("https://discord.com/api/webhooks/123456789012345678901/" + Token)]
    [InlineData("https://discord.com/api/webhooks/99999999999999999999/" + Token)]
    [InlineData("https://discord.com/api/webhooks/abc/" + Token)]
    [InlineData("https://discord.com/api/webhooks/123/")]
    [InlineData("https://discord.com/api/webhooks/123/" + Token + "%2F..")]
    [InlineData("https://discord.com/webhooks/123/" + Token)]
    [InlineData("https://evil-discord.com/api/webhooks/123/" + Token)]
    [InlineData("https://discord.com.evil.example/api/webhooks/123/" + Token)]
    [InlineData("https://127.0.0.1/api/webhooks/123/" + Token)]
    public void WhatIsNoWebhookOfDiscordIsRefusedInWordsWithoutTheAddress(string address)
    {
        var problem = WebhookUrl.TryParse(address, [], out var url);

        Assert.Null(url);
        Assert.NotNull(problem);
        Assert.DoesNotContain(Token, problem, StringComparison.Ordinal);
        Assert.DoesNotContain("123", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("127.0.0.1:5000", "http://127.0.0.1:5000/api/webhooks/1/a", true)]
    [InlineData("localhost:5000", "http://localhost:5000/api/webhooks/1/a", true)]
    [InlineData("[::1]:5000", "http://[::1]:5000/api/webhooks/1/a", true)]
    [InlineData("127.0.0.1:5000", "http://127.0.0.1:5001/api/webhooks/1/a", false)]
    [InlineData("relay.example", "https://relay.example/api/webhooks/1/a", true)]
    [InlineData("relay.example", "http://relay.example/api/webhooks/1/a", false)]
    [InlineData("relay.example", "https://relay.example:444/api/webhooks/1/a", false)]
    public void ATrustedHostIsAcceptedByItsNameAndPortAndPlainHttpOnlyOnLoopback(
        string trusted, string address, bool isAccepted)
        => Assert.Equal(isAccepted, WebhookUrl.TryParse(address, [trusted], out _) is null);

    [Fact]
    public void ItPrintsItsIdAndNothingElse()
    {
        WebhookUrl.TryParse($"https://discord.com/api/webhooks/123/{Token}?thread_id=7", [], out var url);

        Assert.Equal("discord:123/***", url!.ToString());
        Assert.Equal("discord:123/***", $"{url}");
    }

    [Fact]
    public void ItsRequestsWaitForTheMessageAndStayInTheThread()
    {
        WebhookUrl.TryParse("https://discord.com/api/v10/webhooks/123/tok?thread_id=7", [], out var url);

        Assert.Equal("https://discord.com/api/v10/webhooks/123/tok?wait=true&thread_id=7", url!.Execute.AbsoluteUri);
        Assert.Equal("https://discord.com/api/v10/webhooks/123/tok/messages/9?thread_id=7", url.Message("9").AbsoluteUri);
        Assert.Equal("https://discord.com/api/v10/webhooks/123/tok", url.Information.AbsoluteUri);
    }
}
