using CsCheck;
using TypedWebhookAlerts.Privacy;
using TypedWebhookAlerts.Tests.Privacy.Corpus;
using TypedWebhookAlerts.Tests.Rendering;
using Xunit;

namespace TypedWebhookAlerts.Tests.Privacy;

/// <summary>What the scrubber leaves readable, and what it never does. What it finds, the corpus says.</summary>
public sealed class SecretScrubberTests
{
    private const ulong Seed = 20261128;

    /// <summary>Looks made by chance, and is no secret of anybody's: it is put together here.</summary>
    private static readonly string s_word = string.Concat(Enumerable.Repeat("aB3dE9xK", 16));

    private static readonly Gen<string> s_hostile = Gen.OneOf(
        Gen.String[Gen.Char, 0, 40],
        Gen.OneOfConst(
            "password", "=", "\"", "'", "\\", ": ", ";", "://", "@", "-----BEGIN PRIVATE KEY-----", "-----END ", "eyJ", ".", "sk-",
            "Authorization: ", "Bearer ", "cookie: ", "webhooks/", "1/", "[redacted:", "]", "&quot;", "<token>", "--secret ", "Q~",
            "\ud800", "\0", "\n", "a1B2c3D4e5F6g7H8i9J0k1", "+49 170 ", "::1", "sig=", "\\u0022", "%3D", "{", "[", "(")).Array[0, 24]
        .Select(string.Concat);

    [Theory]
    [InlineData("https://discord.com/api/v10/webhooks/123456789012345678/{0}?wait=true", 68, "https://discord.com/api/v10/webhooks/123456789012345678/[redacted:discord-webhook]?wait=true")]
    [InlineData("postgres://app:{0}@db:5432/shop", 12, "postgres://app:[redacted:url-password]@db:5432/shop")]
    [InlineData("Host=db;Username=app;Password={0};Database=shop", 9, "Host=db;Username=app;Password=[redacted:connection-string];Database=shop")]
    [InlineData("{{\"user\":\"bob\",\"apiKey\":\"{0}\",\"retries\":3}}", 32, "{\"user\":\"bob\",\"apiKey\":\"[redacted:secret]\",\"retries\":3}")]
    [InlineData("GET /v1/orders\nAuthorization: Bearer {0}\nAccept: */*", 40, "GET /v1/orders\nAuthorization: Bearer [redacted:authorization]\nAccept: */*")]
    [InlineData("Set-Cookie: session={0}; Path=/; HttpOnly", 24, "Set-Cookie: session=[redacted:cookie]; Path=/; HttpOnly")]
    [InlineData("failed with gh" + "p_{0}.", 36, "failed with [redacted:github-token].")]
    [InlineData("?page=2&sig={0}&sort=asc", 43, "?page=2&sig=[redacted:secret]&sort=asc")]
    [InlineData("run --user bob --password {0} --verbose", 10, "run --user bob --password [redacted:secret] --verbose")]
    [InlineData("<add key=\"ApiKey\" value=\"{0}\" />", 32, "<add key=\"ApiKey\" value=\"[redacted:secret]\" />")]
    [InlineData("Content-Disposition: form-data; name=\"password\"\r\n\r\n{0}\r\n--x", 9, "Content-Disposition: form-data; name=\"password\"\r\n\r\n[redacted:secret]\r\n--x")]
    [InlineData("sent [password, {0}] and [user, bob]", 9, "sent [password, [redacted:secret]] and [user, bob]")]
    [InlineData("user: bob\npassword: {0}\nretries: 3", 9, "user: bob\npassword: [redacted:secret]\nretries: 3")]
    [InlineData("Authorization: Digest username=bob, response={0}", 16, "Authorization: Digest [redacted:authorization]")]
    [InlineData("Authorization: Basic {0} was refused", 20, "Authorization: Basic [redacted:authorization] was refused")]
    [InlineData("\"POST /\\r\\nAuthorization: {0}\\r\\nHost: x\"", 20, "\"POST /\\r\\nAuthorization: [redacted:authorization]\\r\\nHost: x\"")]
    [InlineData("API_KEY_PROD={0}", 20, "API_KEY_PROD=[redacted:secret]")]
    [InlineData("&lt;password&gt;{0}&lt;/password&gt;", 9, "&lt;password&gt;[redacted:secret]&lt;/password&gt;")]
    [InlineData("password=\"aB3\\\"{0}\" of bob", 9, "password=\"[redacted:secret]\" of bob")]
    [InlineData("token={0} and gh" + "p_{0}", 40, "token=[redacted:secret] and [redacted:github-token]")]
    public void OnlyTheSecretGoesAndWhatStandsAroundItStays(string text, int length, string shown)
        => Assert.Equal(shown, Scrub(string.Format(null, text, s_word[..length])));

    [Theory]
    [InlineData("http://host:8080/users/a@b.example")]
    [InlineData("password=**********, token: ----------, secret=xxxxxxxx")]
    [InlineData("see [redacted:secret] for password=[redacted:secret]")]
    [InlineData("nextToken=aB3dE9xKaB3dE9xKaB3dE9xK of 7 pages")]
    [InlineData("cursor eyJpZCI6MTIzNDU2Nzg5MCwicCI6N30.next")]
    public void WhatOnlyLooksLikeASecretStays(string text) => Assert.Null(Scrub(text));

    [Fact]
    public void ASecretThatTwoSearchesFindHasOneNameHoweverManyThereAre()
    {
        var text = string.Concat(Enumerable.Repeat($"token=gh{"p_"}{s_word[..36]} ", 40));

        Assert.Equal(string.Concat(Enumerable.Repeat("token=[redacted:secret] ", 40)), Scrub(text));
    }

    [Fact]
    public void SecretsThatOverlapAreOne()
        => Assert.Equal(
            "a [redacted:badge] b",
            Create(options =>
            {
                options.Patterns["badge"] = "B-[0-9]{4}";
                options.Patterns["row"] = "[0-9]{4}-R[0-9]{4}";
            }).Scrub("a B-1234-R5678 b", "", isCut: false));

    [Fact]
    public void AnExpressionOfOnesOwnIsExcusedByItsNameAndAFieldsValueByWhatItIs()
    {
        var scrubber = Create(options =>
        {
            options.Patterns["badge"] = "B-[0-9]{4}";
            options.Except.Add(" Badge ");
            options.Except.Add("letmein-[0-9]+");
        });

        Assert.Null(scrubber.Scrub("a B-1234 b", "", isCut: false));
        Assert.Null(scrubber.Scrub("letmein-123456", "Password", isCut: false));
        Assert.Equal("[redacted:secret]", scrubber.Scrub("letmeout-123456", "Password", isCut: false));
    }

    [Fact]
    public void APrivateKeyGoesToItsEndAndOneWithoutEndToTheEndOfTheText()
    {
        const string Label = "RSA PRIVATE KEY-----";
        var key = $"-----BEGIN {Label}\n{s_word}\n";

        Assert.Equal($"a -----BEGIN {Label}[redacted:private-key]-----END {Label} b", Scrub($"a {key}-----END {Label} b"));
        Assert.Equal($"a -----BEGIN {Label}[redacted:private-key]", Scrub("a " + key));
    }

    [Theory]
    [InlineData("Password")]
    [InlineData("password=")]
    [InlineData("{\"client_secret\": \"")]
    [InlineData("with Authorization: Bearer ")]
    [InlineData("Api key")]
    [InlineData("-H 'Cookie: session=")]
    public void AValueIsASecretByWhatStandsBeforeIt(string before)
    {
        var value = s_word[..20];

        Assert.Null(Scrub(value));
        Assert.DoesNotContain(
            value, SecretScrubber.Default.Scrub(value, before, isCut: false) ?? value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("password=")]
    [InlineData("password=[redacted:secret]")]
    public void OfAValueWithoutEndTheBeginTellsWhatItIsAlsoBehindAMark(string before)
    {
        var value = string.Concat(Enumerable.Repeat(s_word, 40)) + "://";

        Assert.DoesNotContain(s_word, Scrub(before + value) ?? value, StringComparison.Ordinal);
    }

    [Fact]
    public void APasswordWithTheLettersOfYourInAWordIsNoPlaceholder()
    {
        Assert.Null(SecretScrubber.Default.Scrub("put-your-password-here", "Password", isCut: false));
        Assert.Equal("[redacted:secret]", SecretScrubber.Default.Scrub("AbYour-77xQ", "Password", isCut: false));
    }

    [Fact]
    public void APassphraseOfAFieldGoesAsAWhole()
        => Assert.Equal("[redacted:secret]", SecretScrubber.Default.Scrub("correct horse battery", "Password", isCut: false));

    [Theory]
    [InlineData("{{\"a\":\"password=\\\"oops, \", \"password\":\"{0}\"}}")]
    [InlineData("password=&quot;oops, &lt;password&gt;{0}&lt;/password&gt;")]
    public void AQuoteThatNeverEndsHidesNoEndOfAnother(string text)
        => Assert.DoesNotContain(
            "battery", Scrub(string.Format(null, text, "correct horse battery")), StringComparison.Ordinal);

    [Fact]
    public void WhatIsRedactedIsNotRedactedAgain()
        => Assert.All(ScrubberCorpus.Secrets(Seed, variants: 6), sample =>
        {
            var once = CorpusFigures.Shown(SecretScrubber.Default, sample);
            Assert.Equal(once, SecretScrubber.Default.ScrubOrThrow(once, sample.Before, isCut: false) ?? once);
        });

    [Fact]
    public void NoTextOfManyLeavesASecretToASecondSearch()
    {
        var pieces = ScrubberCorpus.Secrets(Seed, variants: 3).Concat(ScrubberCorpus.NearMisses(Seed, variants: 1))
            .Select(sample => sample.Text)
            .ToArray();
        var piece = Gen.Select(Gen.OneOfConst(pieces), Gen.Double[0, 1], Gen.Bool, (text, at, isEnd)
            => at > 0.5 ? text : isEnd ? text[(int)(2 * at * text.Length)..] : text[..(int)(2 * at * text.Length)]);

        Gen.Select(Gen.OneOf(piece, s_hostile).Array[2, 8].Select(string.Concat), Gen.Bool).Hold(
            (text, isCut) =>
            {
                var once = SecretScrubber.Default.ScrubOrThrow(text, "", isCut) ?? text;
                Assert.Equal(once, SecretScrubber.Default.ScrubOrThrow(once, "", isCut) ?? once);
            },
            count: 4_000);
    }

    [Fact]
    public void NoTextMakesItThrowOrWithhold()
        => s_hostile.Hold(text =>
        {
            var shown = Personal().ScrubOrThrow(text, text, isCut: true) + Scrub(text)
                + Personal().ScrubOrThrow(text, "", isCut: false);
            Assert.DoesNotContain(Redaction.Withheld, shown, StringComparison.Ordinal);
        });

    [Fact]
    public void WhatIsShownOfAnyTextIsItsOwnBeginAndEndAroundMarks()
        => s_hostile.Hold(text =>
        {
            if (Scrub(text) is { } shown)
            {
                var begin = shown.IndexOf("[redacted:", StringComparison.Ordinal);
                Assert.StartsWith(shown[..begin], text, StringComparison.Ordinal);
                Assert.EndsWith(shown[(shown.LastIndexOf(']') + 1)..], text, StringComparison.Ordinal);
            }
        });

    [Fact]
    public void AnExceptedKindIsShownAndSoIsWhatAnExpressionMatchesAsAWhole()
    {
        var text = $"token={s_word[..32]} gh{"p_"}{s_word[..36]}";

        Assert.Equal("token=[redacted:secret] [redacted:github-token]", Scrub(text));
        Assert.Equal(
            $"token=[redacted:secret] gh{"p_"}{s_word[..36]}", Create(options => options.Except.Add("GitHub-Token")).Scrub(text, "", false));
        Assert.Equal(
            $"token={s_word[..32]} [redacted:github-token]", Create(options => options.Except.Add("aB3[a-zA-Z0-9]{29}")).Scrub(text, "", false));
        Assert.Equal("token=[redacted:secret] [redacted:github-token]", Create(options => options.Except.Add("aB3")).Scrub(text, "", false));
    }

    [Fact]
    public void AUsersPatternIsFoundUnderItsName()
        => Assert.Equal(
            "badge [redacted:badge] of bob",
            Create(options => options.Patterns["Badge"] = "B-[0-9]{6}").Scrub("badge B-123456 of bob", "", false));

    [Theory]
    [InlineData("mail bob.smith+x@shop.example.co.uk.", "mail [redacted:email].")]
    [InlineData("from 203.0.113.7:5432 to [2001:db8::7]:443", "from [redacted:ip-address]:5432 to [[redacted:ip-address]]:443")]
    [InlineData("call +49 170 1234567 or +1 (555) 123-4567!", "call [redacted:telephone] or [redacted:telephone]!")]
    public void PersonalDataGoesWhereItIsAsked(string text, string shown)
    {
        Assert.Null(Scrub(text));
        Assert.Equal(shown, Personal().Scrub(text, "", isCut: false));
    }

    [Theory]
    [InlineData("https://bob:{0}@shop.example.com/x", "https://bob:[redacted:url-password]@shop.example.com/x")]
    [InlineData("https://bob:a({0}@shop.example.com/x", "https://bob:[redacted:url-password]@shop.example.com/x")]
    [InlineData("password={0}@shop.example.com", "password=[redacted:secret]")]
    public void WhatIsAPasswordIsNoAddress(string text, string shown)
        => Assert.Equal(shown, Personal().Scrub(string.Format(null, text, s_word[..9]), "", isCut: false));

    [Theory]
    [InlineData("at 12:30:45.123+02:00 on 2026-11-26T10:00:00+01:00")]
    [InlineData("Shop, Version=8.0.0.0, v1.2.3.4, Chrome/120.0.0.0, net10.0")]
    [InlineData("std::vector<int>, Face::add, a::b, 00:1B:44:11:3A:B7, 3+4, @everyone, user@host")]
    [InlineData("127.0.0.1 and ::1 are nobody's")]
    public void WhatOnlyLooksPersonalStays(string text)
        => Assert.Null(Personal().Scrub(text, "", isCut: false));

    private static string? Scrub(string text) => SecretScrubber.Default.ScrubOrThrow(text, "", isCut: false);

    private static SecretScrubber Personal() => Create(options => options.Pii = true);

    private static SecretScrubber Create(Action<RedactionOptions> configure)
    {
        var options = new RedactionOptions();
        configure(options);
        return SecretScrubber.Create(options);
    }
}
