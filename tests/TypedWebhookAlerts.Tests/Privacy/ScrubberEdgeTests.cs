using TypedWebhookAlerts.Privacy;
using Xunit;

namespace TypedWebhookAlerts.Tests.Privacy;

/// <summary>Where a secret, or what names it, begins or ends at an edge: of a field, of a line, of an escape, of what
/// was cut.</summary>
public sealed class ScrubberEdgeTests
{
    // Put together here: no file may hold what looks like a live secret.
    private static readonly string s_random = string.Concat(Enumerable.Repeat("aB3dE9xK", 12));

    [Theory]
    [InlineData("Authorization", "hunter2-hunter2", "[redacted:authorization]")]
    [InlineData("X-Proxy-Authorization", "Digest username=bob, response=77", "Digest [redacted:authorization]")]
    [InlineData("Cookie", "sid=aB3dE9; theme=dark", "sid=[redacted:cookie]; theme=[redacted:cookie]")]
    [InlineData("Set-Cookie", "sid=aB3dE9; Path=/; HttpOnly", "sid=[redacted:cookie]; Path=/; HttpOnly")]
    [InlineData("Password ", "correct horse battery", "[redacted:secret]")]
    public void AFieldsNameIsTheKeyOfItsValue(string name, string value, string shown)
    {
        Assert.Equal(shown, SecretScrubber.Default.Scrub(value, name, isCut: false));
        Assert.Null(SecretScrubber.Default.Scrub(value, "Header", isCut: false));
    }

    [Theory]
    [InlineData("user: bob\n{0}: letmein\nretries: 3", "user: bob\n{0}: [redacted:secret]\nretries: 3")]
    [InlineData("  - {0}: letmein", "  - {0}: [redacted:secret]")]
    [InlineData("{0}: letmein", "{0}: [redacted:secret]")]
    [InlineData("\"a: 1\\n{0}: letmein\\nb: 2\"", "\"a: 1\\n{0}: [redacted:secret]\\nb: 2\"")]
    [InlineData("{0}: letmein was refused", null)]
    [InlineData("the {0}: letmein", null)]
    public void AWordBehindAKeyIsAPasswordWhereTheTwoAreAloneInTheirLine(string text, string? shown)
    {
        shown = shown?.Replace("{0}", "password", StringComparison.Ordinal);
        Assert.Equal(shown, Scrub(text.Replace("{0}", "password", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(@"\n")]
    [InlineData(@"\r\n")]
    [InlineData(@"\t")]
    [InlineData(@"\u0022")]
    [InlineData(@"\u003C")]
    [InlineData("%3D")]
    [InlineData("%0A")]
    [InlineData("\n")]
    [InlineData("\"")]
    public void ATokenDirectlyBehindAnEscapeIsFound(string escape)
    {
        string[] tokens =
        [
            "gh" + "p_" + s_random[..36], "xox" + "b-" + "123456789012-" + s_random[..24], "AKI" + "AQ3EGZ7LKMNOP2RST",
            "s" + "k_live_" + s_random[..24], "gl" + "pat-" + s_random[..20], "np" + "m_" + s_random[..36],
        ];
        Assert.All(tokens, token =>
        {
            var shown = Scrub($"a{escape}{token} b");
            Assert.Matches(@"^\[redacted:[a-z-]+\] b$", shown?[(1 + escape.Length)..]);
            Assert.StartsWith($"a{escape}", shown, StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData(@"\n")]
    [InlineData(@"\u0022")]
    [InlineData("%3D")]
    public void TheBeginOfATokenDirectlyBehindAnEscapeIsFoundAtACut(string escape)
        => Assert.Equal(
            $"a{escape}[redacted:secret]",
            SecretScrubber.Default.Scrub($"a{escape}gh" + "p_aaaaa", before: default, isCut: true));

    [Fact]
    public void OfAPrivateKeyThatIsCutAnywhereNoLineIsShown()
    {
        const string Label = "-----BEGIN RSA PRIVATE " + "KEY-----";
        var text = $"a {Label}\n{s_random}\n{s_random}\n";
        for (var length = 1; length <= text.Length; length++)
        {
            var cut = text[..length];
            var shown = SecretScrubber.Default.Scrub(cut, before: default, isCut: true) ?? cut;
            var label = cut[..Math.Min(length, Label.Length + 2)];
            Assert.True(shown == label || shown == label + "[redacted:private-key]", shown);
        }
    }

    [Fact]
    public void WhatIsNoPrivateKeyStaysInItsLines()
    {
        var line = string.Concat(Enumerable.Repeat("MIIB", 16));
        Assert.Null(Scrub($"-----BEGIN CERTIFICATE-----\n{line}\n-----END CERTIFICATE-----"));
    }

    [Theory]
    [InlineData("password=\"{0}\" of bob")]
    [InlineData("password={0} of bob")]
    [InlineData("password: '{0}' of bob")]
    [InlineData("{{\"password\":\"{0}\"}}")]
    [InlineData("<password>{0}</password>")]
    [InlineData("Cookie: sid={0}; HttpOnly")]
    [InlineData("postgres://bob:{0}@a.example/x")]
    public void AMarkStaysAndAValueThatOnlyBeginsWithOneGoes(string text)
    {
        Assert.Null(Scrub(string.Format(null, text, "[redacted:secret]")));
        var shown = Scrub(string.Format(null, text, "[redacted:secret]hunter2x"));
        Assert.DoesNotContain("hunter2", shown ?? "hunter2", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("(password=[redacted:secret]).")]
    [InlineData("password=[redacted:secret], user=bob")]
    [InlineData("?password=[redacted:secret]&user=bob")]
    [InlineData("\"password=[redacted:secret]\\nuser=bob\"")]
    [InlineData("password: [redacted:secret] was refused for bob1234")]
    public void WhatFollowsAMarkAndIsNoneOfTheValueStays(string text) => Assert.Null(Scrub(text));

    [Theory]
    [InlineData("ftp://a.example/")]
    [InlineData("redis://cache/0 and postgres://db/shop?sslmode=require")]
    [InlineData("amqp://[::1]/x and sqlserver://#")]
    public void AnAddressOfAServiceWithoutAPortIsReadAndShown(string text) => Assert.Null(Scrub(text));

    [Fact]
    public void AKeyBehindAMarkIsFoundAlsoWhereAQuoteEndsFarBehindIt()
        => Assert.Equal(
            "password='[redacted:secret] was refused, and so was the pwd=[redacted:secret] of \"bob'",
            Scrub("password='[redacted:secret] was refused, and so was the pwd=hunter2x of \"bob'"));

    [Fact]
    public void AValueOfTwoHolesGoesWithBoth()
        => Assert.Equal(
            "[redacted:secret]",
            SecretScrubber.Default.Scrub("hunter2x", "with password=[redacted:secret]", isCut: false));

    [Theory]
    [InlineData("passwords: [V", "CJjbmVP$pwEhFhz8]; giving up", "[redacted:secret]]; giving up")]
    [InlineData("passwords: [V", "[redacted:secret]; giving up", "[redacted:secret]; giving up")]
    [InlineData("passwords: [[redacted:secret], ", "hunter2x]", "[redacted:secret]]")]
    [InlineData(
        "passwords: [",
        "a1b2c3, [redacted:secret], d4e5f6]",
        "[redacted:secret], [redacted:secret], [redacted:secret]]")]
    public void AMarkInAListIsNotRedactedAgainAndAgain(string before, string text, string shown)
        => Assert.Equal(shown, SecretScrubber.Default.Scrub(text, before, isCut: false) ?? text);

    [Fact]
    public void APatternNamedAsABuiltInKindIsFoundAndExcusedWithIt()
    {
        var options = new RedactionOptions { Patterns = { ["GitHub-Token"] = "GH-[0-9]{4}" } };
        var text = $"a GH-1234 gh{"p_"}{s_random[..36]} b";

        Assert.Equal(
            "a [redacted:github-token] [redacted:github-token] b", Create(options).Scrub(text, "", isCut: false));
        options.Except.Add("github-token");
        Assert.Null(Create(options).Scrub(text, "", isCut: false));
    }

    private static SecretScrubber Create(RedactionOptions options) => SecretScrubber.Create(options);

    private static string? Scrub(string text) => SecretScrubber.Default.Scrub(text, before: default, isCut: false);
}
