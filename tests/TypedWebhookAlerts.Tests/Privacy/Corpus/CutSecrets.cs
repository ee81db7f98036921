namespace TypedWebhookAlerts.Tests.Privacy.Corpus;

/// <summary>Texts that capture cut inside a secret: what is left of it opens nothing, but tells half of it.</summary>
internal static class CutSecrets
{
    private const string Begin = "The <word> service at <host> answered after <number> ms: ";

    public static IEnumerable<SecretKind> All { get; } =
    [
        Cut("cut discord token", chance => Fragment.Whole(DiscordSecrets.BotToken(chance, 38)), kept: 40),
        Cut("cut discord webhook", chance => Fragment.In(
            $"https://discord.com/api/webhooks/{Words.Snowflake(chance)}/<@>", DiscordSecrets.WebhookToken(chance)),
                kept: 64),
        Cut("cut github token", chance => Fragment.Whole("ghp" + "_" + chance.Text(Alphabets.LettersAndDigits, 36)),
            kept: 12),
        Cut("cut jwt", chance => JwtSecrets.Make(chance, "{\"alg\":\"HS256\",\"typ\":\"JWT\"}", 32), kept: 50),
        Cut("cut stripe key", chance => Fragment.Whole("sk" + "_live_" + chance.Text(Alphabets.LettersAndDigits, 99)),
            kept: 16),
        Cut("cut bearer header", chance => Fragment.In("Authorization: Bearer <@>", chance.Text(Alphabets.Base64Url, 60)),
            kept: 32),
        Cut("cut url password", chance => Fragment.In(
            "postgres://app:<@>", chance.Text(Alphabets.Letters, 8) + chance.Text(Alphabets.LettersAndDigits, 16)),
                kept: 24),
        Cut("cut password", chance => Fragment.In("password=<@>", chance.Text(Alphabets.LettersAndDigits, 24)), kept: 18),
        Cut("cut private key", chance => PemSecrets.Make(chance, "PRIVATE " + "KEY", 6), kept: 45),
    ];

    // Cut anywhere behind so many characters, of which eight at least are the secret's.
    private static SecretKind Cut(string name, Func<Chance, Fragment> make, int kept) => SecretKind.Text(name, chance =>
    {
        var fragment = make(chance);
        var text = fragment.Text[..chance.Between(kept, fragment.Text.Length)];
        return fragment with { Text = Words.Fill(Begin, chance) + text, IsCut = true };
    });
}
