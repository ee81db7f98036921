namespace TypedWebhookAlerts.Tests.Privacy.Corpus;

/// <summary>What opens services that bots and shops use.</summary>
internal static class ServiceSecrets
{
    public static IEnumerable<SecretKind> All { get; } =
    [
        SecretKind.Token("slack bot token", chance => "xox" + "b-" + chance.Digits(12) + "-" + chance.Digits(13) + "-"
            + chance.Text(Alphabets.LettersAndDigits, 24)),
        SecretKind.Token("slack user token", chance => "xox" + chance.Pick("p", "a", "s") + "-" + chance.Digits(12)
            + "-"
            + chance.Digits(12) + "-" + chance.Digits(13) + "-" + chance.Text(Alphabets.Hex, 32)),
        SecretKind.Token("slack app token", chance => "xapp" + "-1-A" + chance.Text(Alphabets.UpperAndDigits, 10) + "-"
            + chance.Digits(13) + "-" + chance.Text(Alphabets.Hex, 64)),
        SecretKind.Token("slack rotated token", chance => chance.Pick("xoxe" + ".xoxb-1-", "xoxe" + ".xoxp-1-", "xoxe"
            + "-1-")
            + chance.Text(Alphabets.LettersAndDigits, 146)),
        SecretKind.Part("slack webhook", chance => Fragment.In(
            $"https://hooks.slack.com/services/T{chance.Text(Alphabets.UpperAndDigits, 10)}"
                + $"/B{chance.Text(Alphabets.UpperAndDigits, 10)}/<@>",
            chance.Text(Alphabets.LettersAndDigits, 24))),
        SecretKind.Part("teams webhook", chance => TeamsWebhook(chance, chance.Text(Alphabets.Hex, 32))),
        SecretKind.Token("stripe key", chance => chance.Pick("sk", "rk") + "_live_"
            + chance.Text(Alphabets.LettersAndDigits, chance.Pick(24, 99))),
        SecretKind.Token("stripe test key", chance => "sk" + "_test_" + chance.Text(Alphabets.LettersAndDigits,
            chance.Pick(24, 99))),
        SecretKind.Token("stripe webhook secret", chance => "wh" + "sec_" + chance.Text(Alphabets.LettersAndDigits,
            32)),
        SecretKind.Token("openai key", chance => "sk" + "-" + chance.Text(Alphabets.LettersAndDigits, 20) + "T3Blbk"
            + "FJ"
            + chance.Text(Alphabets.LettersAndDigits, 20)),
        SecretKind.Token("openai project key", chance => "sk" + chance.Pick("-proj-", "-svcacct-", "-admin-")
            + chance.Text(Alphabets.Base64Url, 74) + "T3Blbk" + "FJ" + chance.Text(Alphabets.Base64Url, 74)),
        SecretKind.Token("key like openai's", chance => chance.Pick(
            "sk" + "-" + chance.Text(Alphabets.LettersAndDigits, 48), "sk" + "-or-v1-" + chance.Text(Alphabets.Hex, 64),
            "sk" + "-" + chance.Text(Alphabets.Hex, 32))),
        SecretKind.Token("anthropic key", chance
            => "sk" + "-ant-api03-" + chance.Text(Alphabets.Base64Url, 93) + "AA"),
        SecretKind.Token("twilio key", chance => "SK" + chance.Text(Alphabets.Hex, 32)),
        SecretKind.Part("twilio auth token", chance => Fragment.In(
            chance.Pick("TWILIO_AUTH_TOKEN=<@>", "\"authToken\": \"<@>\"", "auth_token: <@>", "twilio.authToken = <@>"),
            chance.Text(Alphabets.Hex, 32))),
        SecretKind.Token("sendgrid key", chance
            => "SG" + "." + chance.Text(Alphabets.Base64Url, 22) + "." + chance.Text(Alphabets.Base64Url, 43)),
        SecretKind.Token("telegram token", chance
            => chance.Digits(chance.Between(8, 11)) + ":AA" + chance.Text(Alphabets.Base64Url, 33)),
        SecretKind.Part("telegram url", chance => Fragment.In(
            "https://api.telegram.org/bot<@>/sendMessage", chance.Digits(10) + ":AA" + chance.Text(Alphabets.Base64Url,
                33))),
        SecretKind.Token("hugging face token", chance => "hf" + "_" + chance.Text(Alphabets.Letters, 34)),
        SecretKind.Token("shopify token", chance => "shp" + chance.Pick("at", "ss", "ca", "pa") + "_"
            + chance.Text(Alphabets.Hex, 32)),
        SecretKind.Token("digitalocean token", chance
            => "do" + chance.Pick("p", "o", "r") + "_v1_" + chance.Text(Alphabets.Hex, 64)),
        SecretKind.Token("mailgun key", chance => "key" + "-" + chance.Text(Alphabets.Hex, 32)),
        SecretKind.Token("vault token", chance => "hv" + chance.Pick("s", "b") + "." + chance.Text(Alphabets.Base64Url,
            95)),
        SecretKind.Token("grafana token", chance
            => "gl" + "sa_" + chance.Text(Alphabets.LettersAndDigits, 32) + "_" + chance.Text(Alphabets.Hex, 8)),
    ];

    private static Fragment TeamsWebhook(Chance chance, string secret) => new(
        $"https://{Words.Word(chance)}.webhook.office.com/webhookb2/{new Guid(chance.Bytes(16))}"
            + $"@{new Guid(chance.Bytes(16))}/IncomingWebhook/{secret}/{new Guid(chance.Bytes(16))}",
        secret);
}
