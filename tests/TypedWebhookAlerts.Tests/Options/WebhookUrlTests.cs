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
    [InlineData("https://discord.com:8443/api/webhooks/123/" + Token)]
    [InlineData("https://discord.com:443/api/webhooks/123/" + Token)]
    public void OfAPortOfDiscordsThePortIsToldAndNotTheHost(string address)
        => Assert.Equal(
            "must have neither user information nor a fragment, and its host as it is, without a port unless that is "
                + "a trusted host's",
            WebhookUrl.TryParse(address, [], out _));

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
    [InlineData("https://[::1]/api/webhooks/123/" + Token)]
    [InlineData("https://[::ffff:127.0.0.1]/api/webhooks/123/" + Token)]
    [InlineData("https://2130706433/api/webhooks/123/" + Token)]
    [InlineData("https://0177.0.0.1/api/webhooks/123/" + Token)]
    [InlineData("https://0x7f.1/api/webhooks/123/" + Token)]
    [InlineData("https://localhost/api/webhooks/123/" + Token)]
    [InlineData("https://localhost./api/webhooks/123/" + Token)]
    [InlineData("https://discord.com./api/webhooks/123/" + Token)]
    [InlineData("https://www.discord.com/api/webhooks/123/" + Token)]
    [InlineData("https://discord.com:443/api/webhooks/123/" + Token)]
    [InlineData("https://discord.com:0443/api/webhooks/123/" + Token)]
    [InlineData("https://discord.com:/api/webhooks/123/" + Token)]
    [InlineData("https://discord.com:80/api/webhooks/123/" + Token)]
    [InlineData("https://@discord.com/api/webhooks/123/" + Token)]
    [InlineData("https://:@discord.com/api/webhooks/123/" + Token)]
    [InlineData("https://user:pass@discord.com/api/webhooks/123/" + Token)]
    [InlineData("https://discord.com@evil.example/api/webhooks/123/" + Token)]
    [InlineData("https://discord.com%40evil.example/api/webhooks/123/" + Token)]
    [InlineData("https://discord.com%2fapi@evil.example/api/webhooks/123/" + Token)]
    [InlineData("https://discord%2ecom/api/webhooks/123/" + Token)]
    [InlineData("https://discord.com%00.evil.example/api/webhooks/123/" + Token)]
    [InlineData("https://evil.example#@discord.com/api/webhooks/123/" + Token)]
    [InlineData("https://evil.example?@discord.com/api/webhooks/123/" + Token)]
    [InlineData("https:\\\\discord.com\\api\\webhooks\\123\\" + Token)]
    [InlineData("https://discord.com\\@evil.example/api/webhooks/123/" + Token)]
    [InlineData("https://evil.example\\@discord.com/api/webhooks/123/" + Token)]
    [InlineData("https:discord.com/api/webhooks/123/" + Token)]
    [InlineData("https:///discord.com/api/webhooks/123/" + Token)]
    [InlineData("//discord.com/api/webhooks/123/" + Token)]
    [InlineData("https://dis\tcord.com/api/webhooks/123/" + Token)]
    [InlineData("https://discord.com\t/api/webhooks/123/" + Token)]
    [InlineData("https://discord.com\r\n/api/webhooks/123/" + Token)]
    [InlineData("https://discord\u3002com/api/webhooks/123/" + Token)]
    [InlineData("https://discord\uff0ecom/api/webhooks/123/" + Token)]
    [InlineData("https://disc\u00adord.com/api/webhooks/123/" + Token)]
    [InlineData("https://\u200bdiscord.com/api/webhooks/123/" + Token)]
    [InlineData("https://di\u017fcord.com/api/webhooks/123/" + Token)] // a long s
    [InlineData("https://d\u0131scord.com/api/webhooks/123/" + Token)] // an i without its dot
    [InlineData("https://disc\u043erd.com/api/webhooks/123/" + Token)] // a Cyrillic o
    [InlineData("https://xn--discrd-jye.com/api/webhooks/123/" + Token)]
    [InlineData("https://\u24d3iscord.com/api/webhooks/123/" + Token)]
    [InlineData("ftp://discord.com/api/webhooks/123/" + Token)]
    [InlineData("file://discord.com/api/webhooks/123/" + Token)]
    [InlineData("view-source:https://discord.com/api/webhooks/123/" + Token)]
    [InlineData("https://discord.com/api/webhooks/123/" + Token + "#")]
    [InlineData("https://discord.com/api/webhooks/123/" + Token + "?#")]
    [InlineData("https://discord.com/api/webhooks/123/" + Token + "?thread_id=7#")]
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
    [InlineData("relay.example:444", "https://relay.example:444/api/webhooks/1/a", true)]
    [InlineData("relay.example:443", "https://relay.example/api/webhooks/1/a", true)]
    [InlineData("relay.example", "https://relay.example:443/api/webhooks/1/a", true)]
    [InlineData(" relay.example ", "https://relay.example/api/webhooks/1/a", true)]
    [InlineData("RELAY.example", "https://relay.EXAMPLE/api/webhooks/1/a", true)]
    [InlineData("relay.example", "https://relay.example./api/webhooks/1/a", false)]
    [InlineData("relay.example", "https://user@relay.example/api/webhooks/1/a", false)]
    [InlineData("relay.example", "https://@relay.example/api/webhooks/1/a", false)]
    [InlineData("relay.example", "https://evil.example/api/webhooks/1/a", false)]
    [InlineData("example", "https://relay.example/api/webhooks/1/a", false)]
    [InlineData("*", "https://relay.example/api/webhooks/1/a", false)]
    [InlineData("127.0.0.1", "http://2130706433/api/webhooks/1/a", false)]
    [InlineData("localhost", "http://localhost./api/webhooks/1/a", false)]
    [InlineData("10.0.0.1", "http://10.0.0.1/api/webhooks/1/a", false)]
    [InlineData("10.0.0.1", "https://10.0.0.1/api/webhooks/1/a", true)]
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

    [Theory]
    [InlineData(12, true)]
    [InlineData(11, false)]
    public void ItKnowsATextThatRepeatsMuchOfItsToken(int length, bool isTold)
    {
        WebhookUrl.TryParse($"https://discord.com/api/webhooks/123/{Token}", [], out var url);
        var part = Token.Substring(1, length);

        Assert.Equal(isTold, url!.IsToldBy(part));
        Assert.Equal(isTold, url.IsToldBy($"a/{part.ToUpperInvariant()}/b"));
        Assert.False(url.IsToldBy("Captain Hook of the seven seas"));
        Assert.False(url.IsToldBy(null));
    }

    [Fact]
    public void ItsRequestsWaitForTheMessageAndStayInTheThread()
    {
        WebhookUrl.TryParse("https://discord.com/api/v10/webhooks/123/tok?thread_id=7", [], out var url);

        Assert.Equal("https://discord.com/api/v10/webhooks/123/tok?wait=true&thread_id=7", url!.Execute.AbsoluteUri);
        Assert.Equal(
            "https://discord.com/api/v10/webhooks/123/tok/messages/9?thread_id=7", url.Message("9").AbsoluteUri);
        Assert.Equal("https://discord.com/api/v10/webhooks/123/tok", url.Information.AbsoluteUri);
    }
}
