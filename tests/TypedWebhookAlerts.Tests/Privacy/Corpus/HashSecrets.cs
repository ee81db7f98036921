namespace TypedWebhookAlerts.Tests.Privacy.Corpus;

/// <summary>Hashes of passwords, from which weak ones are guessed.</summary>
internal static class HashSecrets
{
    public static IEnumerable<SecretKind> All { get; } =
    [
        SecretKind.Part(
            "bcrypt hash", "$2b$12$‹<alnum:53>›", "$2a$10$‹<alnum:21>.<alnum:10>/<alnum:20>›", "$2y$10$‹<alnum:53>›"),
        SecretKind.Part(
            "argon2 hash", "$argon2id$v=19$m=65536,t=3,p=4$<alnum:22>$‹<alnum:43>›",
            "$argon2i$v=19$m=4096,t=3,p=1$<alnum:16>$‹<base64:43>›"),
        SecretKind.Part(
            "hash of crypt", "$6$rounds=5000$<alnum:16>$‹<alnum:86>›", "$5$<alnum:8>$‹<alnum:43>›",
            "$6$<alnum:16>$‹<alnum:86>›",
            "$y$j9T$<alnum:22>$‹<alnum:43>›"),
        SecretKind.Part(
            "pbkdf2 hash", "pbkdf2_sha256$390000$<alnum:22>$‹<alnum:43>=›",
            "$pbkdf2-sha256$29000$<alnum:22>$‹<alnum:43>›",
            "$scrypt$ln=16,r=8,p=1$<alnum:22>$‹<alnum:43>›"),
        SecretKind.Part("hash of asp.net", "AQAAAAIAAYagAAAAE‹<base64:66>==›", "AQAAAAEAACcQAAAAE‹<alnum:66>==›"),
    ];
}
