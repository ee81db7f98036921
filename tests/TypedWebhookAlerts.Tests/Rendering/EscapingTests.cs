using TypedWebhookAlerts.Rendering;
using Xunit;

namespace TypedWebhookAlerts.Tests.Rendering;

public sealed class EscapingTests
{
    [Theory]
    [InlineData("*a* __b__ ~~c~~ ||d||", @"\*a\* \_\_b\_\_ ~\~c~\~ |\|d|\|")]
    [InlineData("`x`", @"\`x\`")]
    [InlineData(@"C:\*\\", @"C:\\\*\\\\")]
    [InlineData("[a](http://b.c)", @"\[a](http\://b.c)")]
    [InlineData("see https://a.b and discord://x", @"see https\://a.b and discord\://x")]
    [InlineData("<@1> <t:1:R>", @"\<@1> \<t:1:R>")]
    [InlineData(
        "> quote\n# title\n-# small\n- item\n* item\n12. item",
        "\\> quote\n\\# title\n\\-# small\n\\- item\n\\* item\n12\\. item")]
    [InlineData("x\r\n>>> all\r# one", "x\n\\>>> all\n\\# one")]
    public void WhatWouldFormatIsEscaped(string argument, string expected)
        => Assert.Equal(expected, Spoken.Description(argument));

    [Theory]
    [InlineData("Well-known issue #5: 3 < 4, 2 > 1 - and \"so\" on (at 12:30).")]
    [InlineData("-5 degrees, 1.5 ms, a - b, x.y = z; 100% & more!")]
    [InlineData("mail bob@example.org, it's here: everyone @ home")]
    [InlineData("2026-11-24 21:34:29 +00:00")]
    [InlineData("Zażółć gęślą jaźń 😀 日本語")]
    public void OrdinaryTextComesOutAsItWasTyped(string argument)
        => Assert.Equal(argument, Spoken.Description(argument));

    [Theory]
    [InlineData("@everyone and @here", "@\u200Beveryone and @\u200Bhere")]
    [InlineData("nul\0bell\adel\u007F", "nul\u2400bell\u2407del\u2421")]
    [InlineData("c1\u0085x", "c1\uFFFDx")]
    [InlineData("\u202Eevil\u2066x", "\uFFFDevil\uFFFDx")]
    public void WhatWouldCallHideOrTurnAroundIsMadeVisible(string argument, string expected)
        => Assert.Equal(expected, Spoken.Description(argument));

    [Theory]
    [InlineData("{**}|a*b|{**}", @"**a\*b**")]
    [InlineData("{- }|# big", @"- \# big")]
    [InlineData("{> }|- item", @"> \- item")]
    [InlineData("{a }|# b", "a # b")]
    [InlineData("http|://x", @"http\://x")]
    [InlineData("{http:}|//x", @"http\://x")]
    [InlineData("@|everyone", "@\u200Beveryone")]
    [InlineData("{@}|here", "@\u200Bhere")]
    [InlineData("{C:\\}|*x*", @"C:\\\*x\*")]
    [InlineData("{<}|@123>", @"\<@123>")]
    [InlineData("{-}| item", @"\- item")]
    [InlineData("{<@}|5|{>}", "<@5>")]
    [InlineData("{[}|a](http://x) b|{](https://y.z)}", "[a］（http：//x) b](https://y.z)")]
    public void WhatWasWrittenBeforeIsTakenIntoAccount(string pieces, string expected)
        => Assert.Equal(expected, Spoken.Description(pieces.Split('|')));

    [Theory]
    [InlineData("{ran `}|a*b`c|{` now}", "ran `a*b\u02CBc` now")]
    [InlineData("{`}|a\n# b|{`}", "`a # b`")]
    [InlineData("{```\n}|a```b|{\n```}", "```\na\u02CB\u02CB\u02CBb\n```")]
    [InlineData("{stray ` }|*x*", "stray ` *x*`")]
    [InlineData("{stray `}", "stray ` `")]
    [InlineData("{stray ``\u200B}", "stray ``\u200B``")]
    [InlineData("{open ```}|*x*", "open ```\u200B*x*\n```")]
    [InlineData("{open ```}", "open ```\n(blank)\n```")]
    [InlineData(@"{an \`}|*x*", @"an \`\*x\*")]
    [InlineData("{https://x.y/\\}|z|{```\n}|a", "https://x.y/\\z ```\na\n```")]
    public void InsideADevelopersCodeNothingIsEscapedAndNothingGetsOut(string pieces, string expected)
        => Assert.Equal(expected, Spoken.Description(pieces.Split('|')));

    [Fact]
    public void AnArgumentInADevelopersAddressIsPercentEncoded()
        => Assert.Equal(
            "https://dash/d/a%5Fb%29%20%2A%3Ex?y=1 ok \\*",
            Spoken.Description("{https://dash/d/}", "a_b) *>x?y=1", "{ ok }", "*"));

    [Fact]
    public void ATitleReadsInlineStylesOnlyAndAFooterNothing()
    {
        var embed = Spoken.Embed(alert =>
        {
            alert.BeginTitle();
            alert.Text("# *a*");
            alert.End();
            alert.BeginFooter();
            alert.Text("# *a* <@1> \\ https://x");
            alert.End();
        });
        Assert.Equal(@"# \*a\*", embed.Title);
        Assert.Equal("# *a* <@1> \\ https://x", embed.Footer);
    }

    [Fact]
    public void ACodeBlockIsReadOnlyForItsEnd()
    {
        var embed = Spoken.Embed(alert =>
        {
            alert.BeginField("Output"u8, codeBlock: true);
            alert.Text("  List`1 *a* ``` \\ <@1>");
            alert.End();
        });
        Assert.Equal("```\n  List`1 *a* ``\u02CB \\ <@1>\n```", embed.Fields[0].Value);
    }

    [Fact]
    public void AUsersIdCanBeClickedWhereDiscordReadsMarks()
    {
        var embed = Spoken.Embed(alert =>
        {
            alert.BeginTitle();
            alert.UserId(5);
            alert.End();
            alert.BeginDescription();
            alert.UserId(ulong.MaxValue);
            alert.UserId(null);
            alert.End();
            alert.BeginField("Id"u8, codeBlock: true);
            alert.UserId(7);
            alert.End();
        });
        Assert.Equal("5", embed.Title);
        Assert.Equal("<@18446744073709551615>(null)", embed.Description);
        Assert.Equal("```\n7\n```", embed.Fields[0].Value);
    }

    [Theory]
    [InlineData("https://example.org/a_b?c=d#e", "<https://example.org/a_b?c=d#e>")]
    [InlineData("http://example.org/a b>c", "<http://example.org/a%20b%3Ec>")]
    [InlineData("ftp://example.org/", @"ftp\://example.org/")]
    [InlineData("https://discord.com@evil.example/", @"https\://discord.com@evil.example/")]
    [InlineData("https://exämple.org/", @"https\://exämple.org/")]
    [InlineData("/relative", "/relative")]
    [InlineData(null, "(null)")]
    public void AnAddressBecomesALinkIfItIsHarmless(string? address, string expected)
        => Assert.Equal(expected, Spoken.Embed(alert =>
        {
            alert.BeginDescription();
            alert.Link(address);
            alert.End();
        }).Description);

    [Fact]
    public void HalfACharacterBecomesAReplacementCharacter()
        => Assert.Equal("half \uFFFD x\uFFFD\uFFFD", Spoken.Description("half \uD83D x", "\uD83D", "\uDE00"));

    [Fact]
    public void InvalidUtf8BecomesAReplacementCharacter()
        => Assert.Equal("a\uFFFDb", Spoken.Embed(alert =>
        {
            alert.BeginDescription();
            alert.Literal([(byte)'a', 0xC3, (byte)'b']);
            alert.End();
        }).Description);
}
