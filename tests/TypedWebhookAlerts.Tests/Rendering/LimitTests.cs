using System.Text;
using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.Rendering;
using Xunit;

namespace TypedWebhookAlerts.Tests.Rendering;

public sealed class LimitTests
{
    [Theory]
    [InlineData(255, false)]
    [InlineData(256, false)]
    [InlineData(257, true)]
    public void ATitleIsCutBeyond256CodePointsNotUtf16Units(int length, bool isCut)
    {
        var embed = Spoken.Embed(alert =>
        {
            alert.BeginTitle();
            alert.Text(Repeat("😀", length));
            alert.End();
        });
        Assert.Equal(isCut ? Repeat("😀", 255) + "…" : Repeat("😀", length), embed.Title);
    }

    [Theory]
    [InlineData(1024, false)]
    [InlineData(1025, true)]
    public void AFieldIsCutBeyond1024CodePoints(int length, bool isCut)
        => Assert.Equal(isCut ? Repeat("x", 1023) + "…" : Repeat("x", length), Value(Repeat("x", length)));

    [Fact]
    public void WhiteSpaceBeyondTheLimitIsNotMissed()
        => Assert.Equal(Repeat("x", 1024), Value("  " + Repeat("x", 1024) + Repeat(" ", 50)));

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    public void ACutNeverFallsInsideAnEscape(string before)
        => Assert.Equal(before + Repeat(@"\*", 511) + "…", Value(before + Repeat("*", 600)));

    [Fact]
    public void ACutNeverFallsInsideAMention()
    {
        var embed = Spoken.Embed(alert =>
        {
            alert.BeginField("Who"u8);
            alert.Text(Repeat("x", 1015));
            alert.UserId(123456789);
            alert.End();
        });
        Assert.Equal(Repeat("x", 1015) + "…", embed.Fields[0].Value);
    }

    [Theory]
    [InlineData("<https://example.org/a/very/long/path>")]
    [InlineData("https://example.org/a/very/long/path")]
    [InlineData("[label](https://example.org/a/very/long/path)")]
    public void ACutNeverFallsInsideADevelopersLink(string link)
    {
        var embed = Spoken.Embed(alert =>
        {
            alert.BeginField("Link"u8);
            alert.Literal(Encoding.UTF8.GetBytes(Repeat("x ", 500) + link));
            alert.End();
        });
        Assert.Equal(Repeat("x ", 499) + "x…", embed.Fields[0].Value);
    }

    [Theory]
    [InlineData("[")]
    [InlineData("[Shard] ")]
    public void ABracketThatBeginsNoLinkIsShownWhereverTheTextIsCut(string begin)
    {
        var embed = Spoken.Embed(alert =>
        {
            alert.BeginTitle();
            alert.Literal(Encoding.UTF8.GetBytes(begin));
            alert.Text(Repeat("x", 300));
            alert.End();
        });
        Assert.Equal(begin + Repeat("x", 255 - begin.Length) + "…", embed.Title);
    }

    [Fact]
    public void ACutInsideADevelopersCodeEndsTheCode()
    {
        var embed = Spoken.Embed(alert =>
        {
            alert.BeginField("Output"u8);
            alert.Literal("```\n"u8);
            alert.Text(Repeat("x", 2000));
            alert.Literal("\n```"u8);
            alert.End();
        });
        Assert.Equal("```\n" + Repeat("x", 1015) + "…\n```", embed.Fields[0].Value);
    }

    [Fact]
    public void ADescriptionLeavesRoomForItsCounter()
    {
        var options = new RenderingOptions(MaxMessageLength: 300);
        var embed = Spoken.Embed(alert => Spoken.Say(alert, Repeat("x", 1000)), options);
        Assert.Equal(Repeat("x", 235) + "…", embed.Description);
    }

    [Fact]
    public void TwentyFiveLongFieldsAllSurviveAndShareTheRoom()
    {
        var embed = Spoken.Embed(alert =>
        {
            Spoken.Say(alert, Repeat("d", 3000));
            SayFields(alert, 25, Repeat("v", 1024));
        });
        Assert.Equal(25, embed.Fields.Length);
        Assert.All(embed.Fields, field => Assert.InRange(field.Value.Length, 100, 300));
        Assert.InRange(embed.Description!.Length, 900, 1936);
        Assert.InRange(embed.CodePoints, 5800, 5936);
    }

    [Fact]
    public void ShortFieldsKeepAllWhenALongOneIsCut()
    {
        var embed = Spoken.Embed(
            alert =>
            {
                Spoken.Say(alert, Repeat("d", 4096));
                SayFields(alert, 5, "short");
                SayFields(alert, 4, Repeat("v", 1024));
            },
            new RenderingOptions(4096));
        Assert.Equal(5, embed.Fields.Count(f => f.Value == "short"));
    }

    [Fact]
    public void FieldsBeyondTheTwentyFifthAreCountedInTheLast()
    {
        var embed = Spoken.Embed(alert => SayFields(alert, 30, "value"));
        Assert.Equal(25, embed.Fields.Length);
        Assert.Equal("value\n-# +5 fields", embed.Fields[24].Value);
    }

    [Fact]
    public void ALongFooterKeepsTheApplicationsName()
    {
        var embed = Spoken.Embed(
            alert =>
            {
                alert.BeginFooter();
                alert.Text(Repeat("f", 3000));
                alert.End();
            },
            new RenderingOptions { FooterEnd = () => "StatsBot 1.2.0 · host" });
        Assert.Equal(2048, embed.Footer!.Length);
        Assert.EndsWith("… · StatsBot 1.2.0 · host", embed.Footer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t ")]
    [InlineData("\u00A0\u2800\u3000")]
    public void ABlankValueIsMarked(string value)
    {
        Assert.Equal("(blank)", Value(value));
        Assert.Equal("(blank)", Spoken.Description(value));
    }

    [Fact]
    public void AnAlertThatSaysNothingIsMarkedBlank()
    {
        Assert.Equal("(blank)", Spoken.Embed(_ => { }).Description);
        Assert.Equal("(blank)", Spoken.Content(_ => { }, new RenderingOptions(IncludeTimestamps: false)));
    }

    [Fact]
    public void ABlankTitleIsLeftOut()
    {
        var embed = Spoken.Embed(alert =>
        {
            alert.BeginTitle();
            alert.Text(" \u00A0 ");
            alert.End();
            Spoken.Say(alert, "text");
        });
        Assert.Null(embed.Title);
    }

    [Fact]
    public void TextOutsideOfAnyPartIsStillSeen()
        => Assert.Equal("lost?", Spoken.Embed(alert => alert.Text("lost?")).Description);

    private static void SayFields(AlertFormatter alert, int count, string value)
    {
        for (var i = 0; i < count; i++)
        {
            alert.BeginField("Name"u8);
            alert.Text(value);
            alert.End();
        }
    }

    private static string Value(string argument)
        => Spoken.Embed(alert => SayFields(alert, 1, argument)).Fields[0].Value;

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));
}
