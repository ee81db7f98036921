using TypedWebhookAlerts.Privacy;
using Xunit;

namespace TypedWebhookAlerts.Tests.Privacy;

/// <summary>Texts that somebody wrote so that a secret beside them is overlooked, and values that are told by nothing but
/// what stands around them.</summary>
public sealed class ScrubberAttackTests
{
    /// <summary>Looks made by chance, and is no secret of anybody's.</summary>
    private static readonly string s_value = "hunter" + "2A9" + "zK4w" + "Qe7";

    private static readonly string s_hex = string.Concat(Enumerable.Repeat("8f14e45f", 4));

    [Theory]
    [InlineData("user 'password=[redacted:' failed, token={0} [x]")]
    [InlineData("user 'x -----BEGIN ' failed, password={0}")]
    [InlineData("user 'cookie: a=b;' failed; password: {0} x")]
    [InlineData("user 'x Authorization: \"' failed, password={0} \"")]
    [InlineData("user '[password, ' failed, password={0} [x]")]
    [InlineData("user '<password>' failed, password={0} <")]
    [InlineData("user 'token=\\\"' failed, password={0}")]
    public void WhatStandsBeforeASecretCannotHideIt(string text)
        => AssertHidden(string.Format(null, text, s_value), s_value);

    [Fact]
    public void WhatLooksLikeAHeaderOfATokenDoesNotHideTheTokenBehindIt()
    {
        var token = "MTIzNDU2Nzg5MDEyMzQ1Njc4." + "G1aBcD." + s_hex + "aB3dE9xK";

        AssertHidden($"eyJabcdefghijklmnopqrstuv.x.{token}", s_hex);
    }

    [Fact]
    public void AQuoteThatIsNotClosedDoesNotHideTheEndOfAnother()
        => Assert.Equal(
            "password=\\\"[redacted:secret] and password=\"[redacted:secret]\".",
            Scrub("password=\\\"opened1 and password=\"correct horse battery\"."));

    [Fact]
    public void AQuoteThatWasEscapedTwiceDoesNotEndAValueThatWasEscapedOnce()
        => Assert.Equal(
            """{\"password\":\"[redacted:secret]\",\"user\":\"bob\"}""",
            Scrub("""{\"password\":\"hun\\\"ter two\",\"user\":\"bob\"}"""));

    [Theory]
    [InlineData("https://discord.com//api//webhooks//123456789012345678//")]
    [InlineData("""https:\u002F\u002Fdiscord.com\u002Fapi\u002Fwebhooks\u002F123456789012345678\u002F""")]
    [InlineData("https:&#x2F;&#x2F;discord.com&#x2F;api&#x2F;webhooks&#x2F;123456789012345678&#x2F;")]
    public void AWebhookIsKnownHoweverItsSlashesAreWritten(string address)
        => Assert.Equal($"{address}[redacted:discord-webhook] x", Scrub($"{address}{s_hex}{s_hex} x"));

    [Theory]
    [InlineData("https://{0}@example.com/x.git")]
    [InlineData("https://{0}:x-oauth-basic@example.com/x.git")]
    [InlineData("https://{0}:@example.com/x.git")]
    public void ATokenInTheUsersPlaceOfAnAddressIsRedacted(string address)
        => AssertHidden(string.Format(null, address, s_hex), s_hex);

    [Theory]
    [InlineData("amqp://bob:", "hunter2")]
    [InlineData("Cannot reach postgres://:", "p4ss/w0rd!")]
    [InlineData("password=", "correct horse battery")]
    [InlineData("{\"password\": \"", "correct horse battery")]
    public void AnArgumentThatLiteralsEncloseGoesAsAWhole(string before, string argument)
        => Assert.Matches(@"^\[redacted:[a-z-]+\]$", SecretScrubber.Default.Scrub(argument, before, isCut: false));

    [Theory]
    [InlineData("http://localhost:", "5000")]
    [InlineData("http://localhost:", "5000/health")]
    [InlineData("https://example.com:443/at:", "noon")]
    [InlineData("Bad password: ", "must have 8 characters")]
    [InlineData("Bad password: ", "bob_smith")]
    [InlineData("Invalid token: ", "SecurityTokenSignatureKeyNotFoundException")]
    [InlineData("Invalid token: ", "expired 2 minutes ago")]
    public void AnArgumentThatSaysWhatIsWrongStays(string before, string argument)
        => Assert.Null(SecretScrubber.Default.Scrub(argument, before, isCut: false));

    [Theory]
    [InlineData("{\"routingKey\":\"stats.events.member_joined_v2\"}")]
    [InlineData("routing key 'stats.guild.81384788765712384', deliveryTag=1201")]
    [InlineData("pass=3/4 fail=1/4")]
    public void WhatBrokersAndTestRunsCallAKeyOrAPassStays(string text) => Assert.Equal(text, Scrub(text));

    private static void AssertHidden(string text, string secret)
        => Assert.DoesNotContain(secret, Scrub(text), StringComparison.Ordinal);

    private static string Scrub(string text) => SecretScrubber.Default.Scrub(text, before: default, isCut: false) ?? text;
}
