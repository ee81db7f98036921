using TypedWebhookAlerts.Privacy;
using Xunit;

namespace TypedWebhookAlerts.Tests.Privacy;

/// <summary>Secrets in lists, in the lines below their name, behind arrows and flags, in braces and in disguise: just
/// the secret goes.</summary>
public sealed class SecretShapesTests
{
    /// <summary>Looks made by chance, and is no secret of anybody's.</summary>
    private static readonly string s_value = "hunter" + "2A9" + "zK4w" + "Qe7";

    [Theory]
    [InlineData("{{\"passwords\":[\"{0}\",\"{0}\"],\"ttl\":60}}", "{\"passwords\":[\"*\",\"*\"],\"ttl\":60}")]
    [InlineData("{{\"tokens\": [\n  \"{0}\",\n  null\n], \"x\": 1}}", "{\"tokens\": [\n  \"*\",\n  null\n], \"x\": 1}")]
    [InlineData("passwords: [{0}, {0}] of bob", "passwords: [*, *] of bob")]
    [InlineData("{{\"password\":{{\"value\":\"{0}\"}}}}", "{\"password\":{\"value\":\"*\"}}")]
    [InlineData("passwords:\n  - {0}\n  - '{0}'\nhost: db", "passwords:\n  - *\n  - '*'\nhost: db")]
    [InlineData("password: \"{{{0}!\"", "password: \"*\"")]
    public void OfAListEachSecretGoes(string text, string shown) => AssertShown(text, shown);

    [Theory]
    [InlineData("user: bob\npassword:\n  {0}\nhost: db", "user: bob\npassword:\n  *\nhost: db")]
    [InlineData("{{\"password\":\r\n    \"{0}\",\r\n  \"user\": 1}}", "{\"password\":\r\n    \"*\",\r\n  \"user\": 1}")]
    [InlineData("key: |\n  a b\nsecret: |\n  {0}\n  {0}\nhost: db", "key: |\n  a b\nsecret: |\n  *\nhost: db")]
    [InlineData("<token>\n  {0}\n</token>", "<token>\n  *\n</token>")]
    [InlineData("var password =\n    \"{0}\";\nvar x = 1;", "var password =\n    \"*\";\nvar x = 1;")]
    public void AValueInTheLineBelowItsKeyGoes(string text, string shown) => AssertShown(text, shown);

    [Theory]
    [InlineData("password -> {0}, user -> bob", "password -> *, user -> bob")]
    [InlineData("password → {0}", "password → *")]
    [InlineData("{{\"password\" => \"{0}\"}}", "{\"password\" => \"*\"}")]
    [InlineData("pw={0}&user=bob", "pw=*&user=bob")]
    [InlineData("{{\"pw\":\"{0}\"}}", "{\"pw\":\"*\"}")]
    [InlineData("db_pw: {0}", "db_pw: *")]
    public void AValueGoesWhateverStandsBetweenItAndItsKey(string text, string shown) => AssertShown(text, shown);

    [Theory]
    [InlineData("curl -s -u bob:{0} https://example.com/x", "curl -s -u bob:* https://example.com/x")]
    [InlineData("run `curl --user='bob:{0}' example.com` again", "run `curl --user='bob:*' example.com` again")]
    [InlineData("mysqldump -h db -uroot -p{0} shop", "mysqldump -h db -uroot -p* shop")]
    [InlineData("sshpass -p {0} ssh bob@host", "sshpass -p * ssh bob@host")]
    [InlineData("redis-cli -a \"{0}\" ping", "redis-cli -a \"*\" ping")]
    [InlineData("docker login -u bob -p {0} example.com", "docker login -u bob -p * example.com")]
    [InlineData("az login -u x -p {0} --tenant y", "az login -u x -p * --tenant y")]
    [InlineData("ldapsearch -D cn=admin -w {0} -b dc=x", "ldapsearch -D cn=admin -w * -b dc=x")]
    public void APasswordOfACommandGoes(string text, string shown) => AssertShown(text, shown);

    [Theory]
    [InlineData("Driver={{x}};Server=db;Pwd={{{0};}}}}w}};Database=shop", "Driver={x};Server=db;Pwd={*};Database=shop")]
    [InlineData("Server=db;Password={0};w0rd;Database=shop", "Server=db;Password=*;Database=shop")]
    [InlineData("\"Server=db;Password=p@ss;{0}\" is wrong", "\"Server=db;Password=*\" is wrong")]
    public void APasswordOfAConnectionStringGoesWithItsSemicolons(string text, string shown)
        => AssertShown(text, shown);

    [Theory]
    [InlineData("postgres://u:1234/{0}@db:5432/shop", "postgres://u:*@db:5432/shop")]
    [InlineData("redis://:1234/{0}@cache/0", "redis://:*@cache/0")]
    [InlineData("Basic YTpi", "Basic *")]
    [InlineData("Authorization: Basic YTpi", "Authorization: Basic *")]
    [InlineData("was $2b$12${0}{0}. No", "was *. No")]
    [InlineData("hash=$argon2id$v=19$m=65536,t=3,p=4${0}${0}", "hash=*")]
    public void WhatStandsInAPlaceOfSecretsGoes(string text, string shown) => AssertShown(text, shown);

    [Theory]
    [InlineData("ｐａｓｓｗｏｒｄ＝{0} of bob", "ｐａｓｓｗｏｒｄ＝* of bob")]
    [InlineData("раsswоrd: {0}", "раsswоrd: *")]
    [InlineData("pass\u00ADword={0}", "pass\u00ADword=*")]
    [InlineData("at gh" + "p_{0}\u200B{0}{0} x", "at * x")]
    [InlineData("at gh" + "p_{0}\\u200B{0}{0} x", "at * x")]
    [InlineData("at gh" + "p_{0}\n  {0}{0}\nx", "at *\nx")]
    [InlineData("at gh" + "p_{0}{0}{0}\r\n{0}\r\nx", "at *\r\nx")]
    public void WhatHidesASecretFromTheSearchAndNotFromTheEyeHidesNone(string text, string shown)
        => AssertShown(text, shown);

    /// <summary>Who has it is in, on the web at least; that of Discord's gateway is one of few that need
    /// more.</summary>
    [Theory]
    [InlineData("session_id=8f14e45fceea167a5a36dedd4bea2543", "session_id=*")]
    [InlineData("{{\"sessionId\":\"8f14e45fceea167a5a36dedd4bea2543\"}}", "{\"sessionId\":\"*\"}")]
    public void AnIdOfASessionIsASecret(string text, string shown) => AssertShown(text, shown);

    [Theory]
    [InlineData("token: golden-dragon-statue")]
    [InlineData("{\"token\":\"ancient_silver_chest\"}")]
    public void TwoOrThreeWordsAreNoKey(string text)
        => Assert.Null(SecretScrubber.Default.Scrub(text, "", isCut: false));

    [Theory]
    [InlineData("{\"field\":\"password\",\"message\":\"is required\"}")]
    [InlineData("{\"grant_type\":\"password\",\"scope\":\"openid\"}")]
    [InlineData("Bearer error=\"invalid_token\", error_description=\"The token expired\"")]
    [InlineData("UPDATE users SET password = @p0, updated_at = now() WHERE id = @p1")]
    [InlineData("+ password = (sensitive value)")]
    [InlineData("password = (known after apply)")]
    [InlineData("gpg --list-secret-keys --keyid-format=long")]
    public void WhatStandsWhereAValueCouldAndIsNoneStays(string text)
        => Assert.Null(SecretScrubber.Default.Scrub(text, "", isCut: false));

    [Theory]
    [InlineData("(\"password\", \"{0}\")", "(\"password\", \"*\")")]
    [InlineData("[\"password\",\"{0}:x\"]", "[\"password\",\"*\"]")]
    [InlineData("[password, abc={0}]", "[password, *]")]
    public void AValueOfAPairGoesAlsoIfItLooksLikeAKey(string text, string shown) => AssertShown(text, shown);

    [Fact]
    public void FourWordsAreAPassphrase()
        => Assert.Equal("secret=*", Stars("secret=correct-horse-battery-staple"));

    private static void AssertShown(string text, string shown)
        => Assert.Equal(shown, Stars(string.Format(null, text, s_value)));

    private static string Stars(string text)
    {
        var shown = SecretScrubber.Default.Scrub(text, "", isCut: false) ?? text;
        foreach (var kind in RedactedKinds.All)
        {
            shown = shown.Replace($"[redacted:{kind}]", "*", StringComparison.Ordinal);
        }

        return shown;
    }
}
