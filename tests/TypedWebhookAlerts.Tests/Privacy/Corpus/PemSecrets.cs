namespace TypedWebhookAlerts.Tests.Privacy.Corpus;

/// <summary>Private keys as text.</summary>
internal static class PemSecrets
{
    public static IEnumerable<SecretKind> All { get; } =
    [
        Kind("rsa private key", "RSA PRIVATE", 12),
        Kind("ec private key", "EC PRIVATE", 3),
        Kind("private key", "PRIVATE", 16),
        Kind("encrypted private key", "ENCRYPTED PRIVATE", 10),
        Kind("openssh private key", "OPENSSH PRIVATE", 7),
        new("private key with headers", Needs.Neutral, chance => Make(
            chance, "RSA PRIVATE", 8, "Proc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,<HEX:32>\n\n")),
        new("pgp private key", Needs.Neutral, chance => Make(chance, "PGP PRIVATE", 9, "\n", " BLOCK")),
        new("private key in one line", Needs.Neutral, chance => InOneLine(Make(chance, "PRIVATE", 5), chance)),
        new("private key without its end", Needs.ItsOwn, chance => WithoutEnd(Make(chance, "RSA PRIVATE", 6))),
    ];

    /// <summary>Makes a key of lines of 64 characters, the last of them shorter.</summary>
    public static Fragment Make(Chance chance, string label, int lines, string headers = "", string block = "")
    {
        var body = Enumerable.Repeat("‹<base64:64>›\n", lines - 1).Append("‹<base64:12-64>›\n");
        var name = $"{label} KEY{block}";
        return Fragment.Of($"-----BEGIN {name}-----\n{headers}{string.Concat(body)}-----END {name}-----", chance);
    }

    private static SecretKind Kind(string name, string label, int lines)
        => new(name, Needs.Neutral, chance => Make(chance, label, lines));

    // As an environment variable or a log holds it.
    private static Fragment InOneLine(Fragment key, Chance chance)
        => key with { Text = key.Text.Replace("\n", chance.Pick("\\n", "\\r\\n", " "), StringComparison.Ordinal) };

    private static Fragment WithoutEnd(Fragment key)
    {
        var end = key.Text.IndexOf("-----END", StringComparison.Ordinal);
        return key with { Text = "Cannot read key: " + key.Text[..(end - 10)] };
    }
}
