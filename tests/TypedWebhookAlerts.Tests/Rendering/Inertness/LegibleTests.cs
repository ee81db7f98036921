using Xunit;

namespace TypedWebhookAlerts.Tests.Rendering.Inertness;

/// <summary>What would hide, or turn a text round, is seen; what belongs to its neighbours stays.</summary>
public sealed class LegibleTests
{
    [Theory]
    [InlineData("\u200B")]
    [InlineData("\u200C")]
    [InlineData("\u200D")]
    [InlineData("\u200E")]
    [InlineData("\u200F")]
    [InlineData("\u061C")]
    [InlineData("\u202A")]
    [InlineData("\u202E")]
    [InlineData("\u2060")]
    [InlineData("\u2064")]
    [InlineData("\u2066")]
    [InlineData("\u2069")]
    [InlineData("\uFEFF")]
    [InlineData("\u00AD")]
    [InlineData("\u180E")]
    [InlineData("\u034F")]
    [InlineData("\u115F")]
    [InlineData("\u3164")]
    [InlineData("\uFFA0")]
    [InlineData("\uFE0F")]
    [InlineData("\U000E0041")]
    [InlineData("\U000E0100")]
    [InlineData("\u0090")]
    public void WhatIsNotSeenHasASubstitute(string unseen)
        => Assert.Equal("ad\uFFFDmin", Spoken.Description($"ad{unseen}min"));

    [Theory]
    [InlineData("\u001B[31mred\u001B[0m", "␛\\[31mred␛\\[0m")]
    [InlineData("\u009B31m", "\uFFFD31m")]
    [InlineData("a\u2028b\u2029c\rd\r\ne", "a\nb\nc\nd\ne")]
    [InlineData("😀\u200D", "😀\uFFFD")]
    [InlineData("😀\u200Dx", "😀\uFFFDx")]
    [InlineData("a\u200D\u200D", "a\uFFFD\uFFFD")]
    [InlineData("ب\u200C\u200C", "ب\u200C\uFFFD")]
    public void WhatWouldActOnAScreenOrHideBehindALetterIsSeen(string argument, string expected)
        => Assert.Equal(expected, Spoken.Description(argument));

    [Theory]
    [InlineData("👩\u200D🚀 👨\u200D👩\u200D👧 ❤\uFE0F\u200D🔥")]
    [InlineData("👩🏽\u200D💻 🏴\u200D☠\uFE0F 1\uFE0F\u20E3 #\uFE0F\u20E3")]
    [InlineData("🏴\U000E0067\U000E0062\U000E0065\U000E006E\U000E0067\U000E007F")]
    [InlineData("می\u200Cخواهم")]
    [InlineData("क्\u200Dष ന്\u200D শ্\u200Cয")]
    [InlineData("葛\U000E0100 ‼\uFE0F ☺\uFE0E")]
    [InlineData("ᠠ\u180B")]
    [InlineData("שלום عليكم e\u0301 Zalgo\u0335")]
    public void WhatBelongsToItsNeighboursStays(string text) => Assert.Equal(text, Spoken.Description(text));
}
