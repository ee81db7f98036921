using System.Globalization;
using CsCheck;
using TypedWebhookAlerts.Privacy;
using TypedWebhookAlerts.Rendering;
using TypedWebhookAlerts.Tests.Rendering;
using Xunit;

namespace TypedWebhookAlerts.Tests.Privacy;

public sealed class UserIdMaskTests
{
    private const string Key = "a key of 16 chars";
    private const ulong Id = 80351110224674821;

    private static readonly UserIdMask s_masked = new(UserIdDisplay.Mask, hashKey: null);
    private static readonly UserIdMask s_hashed = new(UserIdDisplay.Hash, Key);

    [Fact]
    public void AnIdIsShownAsItIsUnlessPrivacyAsks() => Assert.Equal("80351110224674821", UserIdMask.None.Apply(Id));

    [Theory]
    [InlineData(80351110224674821, "…4821")]
    [InlineData(ulong.MaxValue, "…1615")]
    [InlineData(1234567, "…567")]
    [InlineData(42, "…2")]
    [InlineData(7, "…")]
    public void AMaskedIdIsItsEndAndNeverMoreThanHalfOfIt(ulong id, string shown) => Assert.Equal(shown, s_masked.Apply(id));

    // printf 80351110224674821 | openssl dgst -sha256 -hmac 'a key of 16 chars'
    [Fact]
    public void AHashedIdIsTheBeginOfTheHmacOfItsDigitsWhichAnyToolComputes()
        => Assert.Equal("dba46629f186", s_hashed.Apply(Id));

    [Fact]
    public void TheSameUserLooksTheSameAndAnotherDoesNot()
        => Gen.Select(Gen.ULong, Gen.ULong).Where((a, b) => a != b).Hold((id, other) =>
        {
            Assert.Equal(s_hashed.Apply(id), new UserIdMask(UserIdDisplay.Hash, Key).Apply(id));
            Assert.NotEqual(s_hashed.Apply(id), s_hashed.Apply(other));
            Assert.NotEqual(s_hashed.Apply(id), new UserIdMask(UserIdDisplay.Hash, Key + "!").Apply(id));
        });

    [Fact]
    public void NoIdIsSeenWhereItIsMaskedOrHashed()
        => Gen.ULong[10_000, ulong.MaxValue].Hold(id =>
        {
            var digits = id.ToString(CultureInfo.InvariantCulture);
            Assert.DoesNotContain(digits, s_masked.Apply(id), StringComparison.Ordinal);
            Assert.DoesNotContain(digits, s_hashed.Apply(id), StringComparison.Ordinal);
        });

    [Fact]
    public void WithoutAKeyAnIdIsMaskedRatherThanHashedInAWayThatAnybodyCanUndo()
        => Assert.Equal("…4821", new UserIdMask(UserIdDisplay.Hash, hashKey: "").Apply(Id));

    [Theory]
    [InlineData(UserIdDisplay.Mask)]
    [InlineData(UserIdDisplay.Hash)]
    public void InAnEmbedNoPartShowsTheId(UserIdDisplay display)
    {
        var mask = new UserIdMask(display, Key);
        var shown = mask.Apply(Id);

        var embed = Spoken.Embed(SayEverywhere, new RenderingOptions { Redactor = Planted.With(mask) });

        Assert.Equal($"title {shown}", embed.Title);
        Assert.Equal($"{shown} and (null)", embed.Description);
        Assert.Equal([("By", shown), ("Code", $"```\n{shown}\n```")], embed.Fields);
        Assert.Equal($"by {shown}", embed.Footer);
    }

    [Theory]
    [InlineData(UserIdDisplay.Mask)]
    [InlineData(UserIdDisplay.Hash)]
    public void InAContentNoPartShowsTheId(UserIdDisplay display)
    {
        var mask = new UserIdMask(display, Key);
        var shown = mask.Apply(Id);

        var content = Spoken.Content(
            SayEverywhere, new RenderingOptions(IncludeTimestamps: false) { Redactor = Planted.With(mask) });

        Assert.Equal(
            $"**title {shown}**\n{shown} and (null)\n**By:** {shown}\n**Code:**\n```\n{shown}\n```\n-# by {shown}", content);
    }

    private static void SayEverywhere(AlertFormatter alert)
    {
        alert.BeginTitle();
        alert.Literal("title "u8);
        alert.UserId(Id);
        alert.BeginDescription();
        alert.UserId(Id);
        alert.Literal(" and "u8);
        alert.UserId(null);
        alert.BeginField("By"u8);
        alert.UserId(Id);
        alert.BeginField("Code"u8, codeBlock: true);
        alert.UserId(Id);
        alert.BeginFooter();
        alert.Literal("by "u8);
        alert.UserId(Id);
        alert.End();
    }
}
