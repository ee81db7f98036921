using System.Globalization;
using System.Text.RegularExpressions;
using CsCheck;
using TypedWebhookAlerts.Privacy;
using Xunit;

namespace TypedWebhookAlerts.Tests.Privacy;

public sealed class MentionsTests
{
    private static readonly UserIdMask s_masked = new(UserIdDisplay.Mask, hashKey: null);
    private static readonly UserIdMask s_hashed = new(UserIdDisplay.Hash, "a key of 16 chars");

    [Theory]
    [InlineData("<@80351110224674821>", "@…4821")]
    [InlineData("<@!80351110224674821>", "@…4821")]
    [InlineData("hi <@80351110224674821>, <@!80351110224674822> and <@80351110224674821>", "hi @…4821, @…4822 and @…4821")]
    [InlineData("<@<@80351110224674821>>", "<@@…4821>")]
    [InlineData("ends in <@80351110224674821", "ends in @…4821")]
    public void AUserInATextIsMasked(string text, string shown) => Assert.Equal(shown, Mask(text));

    [Theory]
    [InlineData("")]
    [InlineData("<@&80351110224674821> <#80351110224674821> <:name:80351110224674821> </run:80351110224674821>")]
    [InlineData("80351110224674821 and @80351110224674821 and <@ 80351110224674821>")]
    [InlineData("<@80351110224674821 not a mention>")]
    [InlineData("<@> <@!> <@!!80351110224674821>")]
    [InlineData("<@99999999999999999999999> <@٣٤٥٦٧٨٩٠١٢٣٤٥>")]
    public void WhatMentionsNoUserStaysAsTyped(string text) => Assert.Null(Mask(text));

    [Fact]
    public void AMentionLooksLikeTheUserIdThatItIs()
    {
        const ulong Id = 80351110224674821;
        Assert.Equal($"@{s_masked.Apply(Id)}", Mask($"<@{Id}>"));
        Assert.Equal($"@{s_hashed.Apply(Id)}", Mentions.Mask($"<@{Id}>", before: default, isCut: false, s_hashed));
    }

    [Fact]
    public void WhatIsShownAsItIsIsNotLookedAt()
        => Assert.Null(TextRedactor.None.Redact("<@80351110224674821>", before: default, isCut: false));

    [Fact]
    public void HalfAnIdAtACutIsNoUsers()
        => Assert.Equal("of <@", Mask("of <@", isCut: true) ?? "of <@");

    [Theory]
    [InlineData("left <@8035111022", "left @")]
    [InlineData("left <@!8", "left @")]
    public void TheBeginOfAnIdAtACutGoesToo(string text, string shown) => Assert.Equal(shown, Mask(text, isCut: true));

    [Theory]
    [InlineData("<@", "80351110224674821", "…4821")]
    [InlineData("by <@!", "80351110224674821> and <@80351110224674822>", "…4821> and @…4822")]
    public void AMentionThatTheTemplateBeginsIsMaskedToo(string before, string text, string shown)
        => Assert.Equal(shown, Mentions.Mask(text, before, isCut: false, s_masked));

    [Fact]
    public void OfAnIdThatTheTemplateBeginsAndACutEndsNothingIsShown()
        => Assert.Equal(string.Empty, Mentions.Mask("8035111022", "<@", isCut: true, s_masked));

    [Fact]
    public void NoMentionShowsAnIdWhateverStandsAroundIt()
    {
        var piece = Gen.OneOf(
            Gen.OneOfConst("<@", "<@!", "!", ">", "<", "@", " ", "&", "x", "<#", "<<@", "12", "<@7>"),
            Gen.ULong[1_000_000_000, ulong.MaxValue].Select(id => $"<@{id}>"),
            Gen.ULong[1_000_000_000, ulong.MaxValue].Select(id => $"<@!{id}>"));
        piece.Array[0, 8].Select(string.Concat).Hold(text =>
        {
            var shown = Mask(text) ?? text;
            Assert.DoesNotMatch("<@!?([0-9]{10,19}|1[0-9]{19})>", shown);
            Assert.Equal(MaskByPattern(text), shown);
        });
    }

    // What a mention is, in other words than the code's.
    private static string MaskByPattern(string text)
        => Regex.Replace(
            text,
            "<@!?([0-9]+)(>|$)",
            match => ulong.TryParse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                ? $"@{s_masked.Apply(id)}"
                : match.Value);

    private static string? Mask(string text, bool isCut = false)
        => Mentions.Mask(text, before: default, isCut, s_masked);
}
