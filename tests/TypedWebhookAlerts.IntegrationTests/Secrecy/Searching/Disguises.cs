using System.Text;

namespace TypedWebhookAlerts.IntegrationTests.Secrecy.Searching;

/// <summary>What becomes of a secret on its way through other software: the forms that it is searched in.</summary>
internal static class Disguises
{
    /// <summary>By name, what each makes of a token.</summary>
    public static IReadOnlyDictionary<string, Func<string, string>> All { get; } =
        new Dictionary<string, Func<string, string>>
        {
            ["as it is"] = token => token,
            ["in an address"] = token => $"https://discord.com/api/webhooks/1/{token}?wait=true",
            ["in an encoded address"] = token => Uri.EscapeDataString($"https://discord.com/api/webhooks/1/{token}"),
            ["in capitals"] = token => token.ToUpperInvariant(),
            ["in small letters"] = token => token.ToLowerInvariant(),
            ["its first half"] = token => token[..(token.Length / 2)],
            ["its last half"] = token => token[(token.Length / 2)..],
            ["twelve characters of it"] = token => $"…{token.AsSpan(17, SecretSearch.Least)}…",
            ["percent-encoded"] = Percent,
            ["percent-encoded twice"] = token => Percent(token).Replace("%", "%25", StringComparison.Ordinal),
            ["escaped for JSON"] = Json,
            ["escaped for HTML"] = token => Each(token, c => $"&#x{(int)c:X};"),
            ["escaped for HTML by decimals"] = token => Each(token, c => $"&#{(int)c};"),
            ["as hexadecimal digits"] = token => Convert.ToHexString(Encoding.UTF8.GetBytes(token)),
            ["in base64"] = token => Base64(token),
            ["in base64 after one byte"] = token => Base64("/" + token),
            ["in base64 after two bytes"] = token => Base64("1/" + token),
            ["in base64 for addresses"] = token
                => Base64($"user:{token}").Replace('+', '-').Replace('/', '_').TrimEnd('='),
            ["in base64 of UTF-16"] = token => Convert.ToBase64String(Encoding.Unicode.GetBytes(token)),
        };

    public static string Percent(string text) => Each(text, c => $"%{(int)c:X2}");

    public static string Json(string text) => Each(text, c => $"\\u{(int)c:x4}");

    public static string Each(string text, Func<char, string> write) => string.Concat(text.Select(write));

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
