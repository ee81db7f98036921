namespace TypedWebhookAlerts.Tests.Privacy.Corpus;

/// <summary>Texts that capture cut inside a secret: what is left of it opens nothing, but tells half of it.</summary>
internal static class CutSecrets
{
    private const string Begin = "The <word> service at <host> answered after <number> ms: ";

    public static IEnumerable<SecretKind> All { get; } =
    [
        Cut("cut discord token", chance => DiscordSecrets.Bot("‹@›", chance, hmac: 38), least: 40),
        Cut("cut discord webhook", "https://discord.com/api/webhooks/<snowflake>/‹<base64url:68>›", least: 64),
        Cut("cut github token", "‹ghp_<alnum:36>›", least: 12),
        Cut("cut jwt", chance => JwtSecrets.Make(chance, "{\"alg\":\"HS256\",\"typ\":\"JWT\"}", 32), least: 50),
        Cut("cut stripe key", "‹sk_live_<alnum:99>›", least: 16),
        Cut("cut bearer header", "Authorization: Bearer ‹<base64url:60>›", least: 32),
        Cut("cut url password", "postgres://app:‹<letters:8><alnum:16>›", least: 24),
        Cut("cut password", "password=‹<alnum:24>›", least: 18),
        Cut("cut private key", chance => PemSecrets.Make(chance, "PRIVATE", lines: 6), least: 45),
    ];

    private static SecretKind Cut(string name, string shape, int least)
        => Cut(name, chance => Fragment.Of(shape, chance), least);

    // Anywhere behind the least that has eight characters of the secret in it.
    private static SecretKind Cut(string name, Func<Chance, Fragment> make, int least)
        => new(name, Needs.ItsOwn, chance =>
        {
            var whole = make(chance);
            var text = whole.Text[..chance.Between(least, whole.Text.Length)];
            return whole with { Text = Filling.Of(Begin, chance) + text, IsCut = true };
        });
}
