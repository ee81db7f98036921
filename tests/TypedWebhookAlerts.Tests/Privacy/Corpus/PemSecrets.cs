namespace TypedWebhookAlerts.Tests.Privacy.Corpus;

/// <summary>Private keys as text.</summary>
internal static class PemSecrets
{
    public static IEnumerable<SecretKind> All { get; } =
    [
        Kind("rsa private key", "RSA PRIVATE " + "KEY", 12),
        Kind("ec private key", "EC PRIVATE " + "KEY", 3),
        Kind("private key", "PRIVATE " + "KEY", 16),
        Kind("encrypted private key", "ENCRYPTED PRIVATE " + "KEY", 10),
        Kind("openssh private key", "OPENSSH PRIVATE " + "KEY", 7),
        SecretKind.Part("private key with headers", chance => Make(
            chance, "RSA PRIVATE " + "KEY", 8,
                headers: "Proc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC," + chance.Text(Alphabets.UpperAndDigits, 32) + "\n\n")),
        SecretKind.Part("pgp private key", chance => Make(chance, "PGP PRIVATE " + "KEY BLOCK", 9, headers: "\n")),
        SecretKind.Part("private key in one line", chance =>
        {
            var key = Make(chance, "PRIVATE " + "KEY", 5);
            return key with { Text = key.Text.Replace("\n", chance.Pick("\\n", "\\r\\n", " "),
                StringComparison.Ordinal) };
        }),
        SecretKind.Text("private key without its end", chance =>
        {
            var key = Make(chance, chance.Pick("RSA PRIVATE ", "PRIVATE ", "OPENSSH PRIVATE ") + "KEY", 6);
            return key with { Text = "Cannot read key: " + key.Text[..(key.Text.IndexOf("-----END",
                StringComparison.Ordinal) - 20)] };
        }),
    ];

    private static SecretKind Kind(string name, string label, int lines)
        => SecretKind.Part(name, chance => Make(chance, label, lines));

    public static Fragment Make(Chance chance, string label, int lines, string headers = "")
    {
        var body = Enumerable.Range(0, lines)
            .Select(line => chance.Text(Alphabets.Base64, line < lines - 1 ? 64 : chance.Between(12, 64))).ToArray();
        return new Fragment($"-----BEGIN {label}-----\n{headers}{string.Join('\n', body)}\n-----END {label}-----",
            body);
    }
}
