using System.Buffers.Text;
using System.Text;

namespace TypedWebhookAlerts.Tests.Privacy.Corpus;

/// <summary>Signed tokens that say who somebody is.</summary>
internal static class JwtSecrets
{
    public static IEnumerable<SecretKind> All { get; } =
    [
        Token("jwt of HS256", chance => Make(chance, "{\"alg\":\"HS256\",\"typ\":\"JWT\"}", 32)),
        Token("jwt of RS256", chance => Make(chance, "{\"typ\":\"JWT\",\"alg\":\"RS256\",\"kid\":\"2026-01\"}", 256)),
        Token("jwt of ES256", chance => Make(chance, "{\"alg\":\"ES256\",\"kid\":\"a1\"}", 64)),
        Token("encrypted jwt", Encrypted),
        new("jwt in a bearer header", Needs.Neutral, chance => InHeader(Make(chance, "{\"alg\":\"HS512\"}", 64))),
    ];

    /// <summary>The claims and the signature are the secret; the header tells no more than an algorithm.</summary>
    public static Fragment Make(Chance chance, string header, int signatureBytes)
    {
        var claims = Filling.Of("{\"sub\":\"<snowflake>\",\"name\":\"<word>\",\"iat\":<digits:10>}", chance);
        return Fragment.Of($"{Encode(header)}.‹{Encode(claims)}›.‹{Random(chance, signatureBytes)}›", chance);
    }

    // Its header, its key, the vector, the text and the tag.
    private static Fragment Encrypted(Chance chance) => Fragment.Of(
        $"{Encode("{\"alg\":\"RSA-OAEP\",\"enc\":\"A256GCM\"}")}.‹{Random(chance, 256)}›.‹{Random(chance, 12)}›"
            + $".‹{Random(chance, 180)}›.‹{Random(chance, 16)}›",
        chance);

    private static SecretKind Token(string name, Func<Chance, Fragment> make) => new(name, Needs.Nothing, make);

    private static Fragment InHeader(Fragment token) => token with { Text = "Authorization: Bearer " + token.Text };

    private static string Random(Chance chance, int bytes) => Base64Url.EncodeToString(chance.Bytes(bytes));

    private static string Encode(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));
}
