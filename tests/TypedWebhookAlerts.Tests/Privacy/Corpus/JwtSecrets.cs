using System.Buffers.Text;
using System.Text;

namespace TypedWebhookAlerts.Tests.Privacy.Corpus;

/// <summary>Signed tokens that say who somebody is.</summary>
internal static class JwtSecrets
{
    // The key, the vector, the text and the tag.
    private static readonly int[] s_encryptedParts = [256, 12, 180, 16];

    public static IEnumerable<SecretKind> All { get; } =
    [
        Token("jwt of HS256", chance => Make(chance, "{\"alg\":\"HS256\",\"typ\":\"JWT\"}", 32)),
        Token("jwt of RS256", chance => Make(chance, "{\"typ\":\"JWT\",\"alg\":\"RS256\",\"kid\":\"2026-01\"}", 256)),
        Token("jwt of ES256", chance => Make(chance, "{\"alg\":\"ES256\",\"kid\":\"a1\"}", 64)),
        SecretKind.Part("jwt in a bearer header", chance =>
        {
            var jwt = Make(chance, "{\"alg\":\"HS512\"}", 64);
            return jwt with { Text = "Authorization: Bearer " + jwt.Text };
        }),
        Token("encrypted jwt", Encrypted),
    ];

    /// <summary>The claims and the signature are the secret; the header tells no more than an algorithm.</summary>
    public static Fragment Make(Chance chance, string header, int signatureBytes)
    {
        var claims = Encode(
            $$"""{"sub":"{{Words.Snowflake(chance)}}","name":"{{Words.Word(chance)}}","iat":{{chance.Digits(10)}}}""");
        var signature = Base64Url.EncodeToString(chance.Bytes(signatureBytes));
        return new Fragment($"{Encode(header)}.{claims}.{signature}", claims, signature);
    }

    private static SecretKind Token(string name, Func<Chance, Fragment> make) => new(name, Needs.Nothing, make);

    private static Fragment Encrypted(Chance chance)
    {
        var parts = s_encryptedParts.Select(length => Base64Url.EncodeToString(chance.Bytes(length))).ToArray();
        return new Fragment(Encode("{\"alg\":\"RSA-OAEP\",\"enc\":\"A256GCM\"}") + "." + string.Join('.', parts),
            parts);
    }

    private static string Encode(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));
}
