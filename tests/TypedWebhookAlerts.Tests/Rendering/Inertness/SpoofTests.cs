using TypedWebhookAlerts.Rendering;
using TypedWebhookAlerts.Tests.Rendering.Reading;
using Xunit;

namespace TypedWebhookAlerts.Tests.Rendering.Inertness;

/// <summary>An argument cannot pass for what a developer or another alert says.</summary>
public sealed class SpoofTests
{
    private static readonly RenderingOptions s_bare = new(IncludeTimestamps: false);

    [Fact]
    public void InPlainContentALineOfAnArgumentsDoesNotLookLikeAnotherAlert()
        => Assert.Equal(
            "Shard 3\n↳ **Database** is down\n\n↳ -# end".Replace("**", @"\*\*", StringComparison.Ordinal),
            Spoken.Content(alert => Spoken.Say(alert, "{Shard }", "3\n**Database** is down\n\n-# end\n"), s_bare));

    [Theory]
    [InlineData("join discord.gg/abc now", "join discord.gg\u200B/abc now")]
    [InlineData("DISCORD.GG/abc", "DISCORD.GG\u200B/abc")]
    [InlineData("https://discord.com/invite/abc", "https\\://discord.com/invite\u200B/abc")]
    [InlineData("www.discordapp.com/invite\\abc", "www.discordapp.com/invite\u200B\\abc")]
    [InlineData("discord|.gg/abc", "discord.gg\u200B/abc")]
    [InlineData("{discord}|.gift/abc", "discord.gift\u200B/abc")]
    [InlineData("{discord.gg/ours}", "discord.gg/ours")]
    [InlineData("/var/invite/x and a.gg/b", "/var/invite/x and a.gg/b")]
    public void InPlainContentAnInvitationOfAnArgumentsShowsNoCard(string pieces, string expected)
        => Assert.Equal(expected, Spoken.Content(alert => Spoken.Say(alert, pieces.Split('|')), s_bare));

    [Fact]
    public void InAnEmbedDiscordLooksForNoInvitation()
        => Assert.Equal("discord.gg/abc", Spoken.Description("discord.gg/abc"));

    [Theory]
    [InlineData("{- }|a\n- b|{\n- c}", "- a - b\n- c")]
    [InlineData("{> }|a\nb", "> a b")]
    [InlineData("{# }|C#", "# C#\u200B")]
    [InlineData("{# }|C#\u3000|{\nb}", "# C#\u200B\u3000\nb")]
    [InlineData("{-# }|-# a", "-# \\-# a")]
    [InlineData("{>>> }|a\nb", ">>> a\nb")]
    public void ALineFeedDoesNotEndAnEntryOfADevelopers(string pieces, string expected)
        => Assert.Equal(expected, Spoken.Description(pieces.Split('|')));

    [Theory]
    [InlineData("{[see }|a](https://evil.example) _b_|{](https://dash.example/x)}", "[see a］（https：//evil.example) ＿b＿](https://dash.example/x)")]
    [InlineData("{[}|a_b|{] c}", @"\[a\_b] c")]
    [InlineData("{[see](}|https://evil.example|{)}", "[see](https：／／evil.example)")]
    [InlineData("{[see](}|@here|{)}", "\\[see](@\u200Bhere)")]
    [InlineData("{**https://dash.example/**}|S: _evil_", "**https://dash.example/**S%3A%20%5Fevil%5F")]
    [InlineData("{[see](https}|://evil.example|{)}", "[see](https：／／evil.example)")]
    [InlineData("{[see](https://dash.example/}|) x|{)}", "[see](https://dash.example/%29%20x)")]
    [InlineData("{[a\\\"}|*b|{](https://dash.example/x)}", "[a\"＊b](https://dash.example/x)")]
    [InlineData("{[see](}|a (b)|{)}", @"\[see](a （b）)")]
    [InlineData("[a]|{(https://dash.example/x)}", "\\[a](https://dash.example/x)")]
    public void ALinkSaysWhatItsDeveloperSaidAndLeadsWhereTheySaid(string pieces, string expected)
        => Assert.Equal(expected, Spoken.Description(pieces.Split('|')));

    [Theory]
    [InlineData("{```\n}|cs\nint x;|{\n```}")]
    [InlineData("{```}|cs\nint x;|{```}")]
    [InlineData("{```}|cs|{\n```}")]
    [InlineData("{```}|```\n@everyone|{```}")]
    public void TheFirstLineOfABlockIsNotTakenForALanguage(string pieces)
    {
        var block = Assert.Single(DiscordMarkdown.Read(Spoken.Description(pieces.Split('|'))));
        Assert.Equal((Look.CodeBlock, null), (block.Look, block.Target));
        Assert.Contains(pieces.Contains("everyone", StringComparison.Ordinal) ? "@everyone" : "cs", block.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(":fire: 12:30:45 :100:", @":fire\: 12:30:45 :100\:")]
    [InlineData(":fi|{re:}", ":fire\u200B:")]
    [InlineData("{<t:}|1|{:R>}", "<t:1:R>")]
    [InlineData("{<t:}|1:R> x", @"\<t:1:R> x")]
    [InlineData("{<}|1|{:/x>}", @"\<1:/x>")]
    [InlineData("https|{://dash.example}", "https\u200B://dash.example")]
    [InlineData("1|{. x}", "1\u200B. x")]
    [InlineData("{~~}|a~|{~~}", "~~a\\~\u200B~~")]
    [InlineData("{**`}|a**b|{`**}", "**`a＊＊b`**")]
    [InlineData("{`}||{`}", "`\u200B`")]
    public void ALiteralAndAnArgumentMakeNoMarkTogether(string pieces, string expected)
        => Assert.Equal(expected, Spoken.Description(pieces.Split('|')));
}
