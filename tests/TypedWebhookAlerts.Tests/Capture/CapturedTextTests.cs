using CsCheck;
using TypedWebhookAlerts.Capture;
using Xunit;

namespace TypedWebhookAlerts.Tests.Capture;

public sealed class CapturedTextTests
{
    private const int Cap = CapturedText.Cap;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(Cap - 1)]
    [InlineData(Cap)]
    public void TextUpToTheCapIsKeptWhole(int length)
        => Assert.Equal(length, CapturedText.LengthOf(new string('x', length)));

    [Fact]
    public void AWordWithoutEndIsCutAtTheCap()
        => Assert.Equal(Cap, CapturedText.LengthOf(new string('x', Cap + 1)));

    [Theory]
    [InlineData(Cap)]
    [InlineData(Cap - 1)]
    [InlineData(Cap - 512)]
    public void TheCutGoesBackToTheLastWhiteSpaceInReach(int space)
        => Assert.Equal(space, CapturedText.LengthOf(Text(Cap + 600, 0, 100, space)));

    [Fact]
    public void WhiteSpaceFurtherBackThan512IsNotSought()
        => Assert.Equal(Cap, CapturedText.LengthOf(Text(Cap + 600, Cap - 513)));

    [Fact]
    public void NoSurrogatePairIsSplit()
    {
        var text = new string('x', Cap - 1) + "🚨" + "xyz";
        Assert.Equal(Cap - 1, CapturedText.LengthOf(text));
        Assert.Equal(Cap, CapturedText.LengthOf(text.AsSpan(1)));
    }

    [Fact]
    public void WhateverTheTextTheCutIsWithinReachAndSplitsNoPair()
        => Gen.OneOfConst("x", " ", "🚨", "\u00a0", "\ud83d", "\udea8", "\n").Array[Cap / 2, Cap + 200].Hold(
            parts =>
            {
                var text = string.Concat(parts);
                var length = CapturedText.LengthOf(text);
                Assert.InRange(length, Math.Min(text.Length, Cap - 512), Math.Min(text.Length, Cap));
                Assert.False(
                    length < text.Length && char.IsSurrogatePair(text, length - 1), "A surrogate pair was split.");
            },
            count: 300);

    private static string Text(int length, params int[] spaces)
    {
        var text = new char[length];
        Array.Fill(text, 'x');
        foreach (var space in spaces)
        {
            text[space] = ' ';
        }

        return new string(text);
    }
}
