namespace TypedWebhookAlerts.Tests.Privacy.Corpus;

/// <summary>Headers by which a client shows who it is.</summary>
internal static class HeaderSecrets
{
    // What base64 makes of "worker:" begins like this.
    private const string Basic = "‹d29ya2VyO<alnum:27>==›";

    public static IEnumerable<SecretKind> All { get; } =
    [
        SecretKind.Part(
            "bearer header", "Authorization: Bearer ‹<base64url:24-80>›", "authorization: bearer ‹<base64url:24-80>›",
            "Authorization=Bearer ‹<base64url:24-80>›", "AUTHORIZATION: Bearer ‹<base64url:24-80>›"),
        SecretKind.Part(
            "basic header", $"Authorization: Basic {Basic}", $"authorization: basic {Basic}",
            $"Proxy-Authorization: Basic {Basic}"),
        new("short basic credential", Needs.Neutral, chance => ShortBasic(chance)),
        SecretKind.Part(
            "header of another scheme", "Authorization: Token ‹<alnum:40>›", "Authorization: ApiKey ‹<alnum:40>›",
            "Authorization: ‹<alnum:40>›", "Authorization: SharedKey shop:‹<bytes:32>›"),
        SecretKind.Part(
            "bearer token in a sentence", "it sent Bearer ‹<base64url:30-60>› to the proxy",
            "with 'Bearer ‹<base64url:30-60>›' the call is refused", "Bearer ‹<base64url:30-60>›"),
        SecretKind.Part(
            "authorization in json", "{\"Authorization\":\"Bearer ‹<base64url:40>›\"}",
            "{\"headers\": {\"authorization\": [\"Bearer ‹<base64url:40>›\"]}}",
            $"{{ 'Authorization': 'Basic {Basic}' }}"),
        SecretKind.Part(
            "api key header", "X-Api-Key: ‹<alnum:32>›", "x-api-key=‹<alnum:32>›", "X-Auth-Token: ‹<alnum:32>›",
            "Ocp-Apim-Subscription-Key: ‹<hex:32>›", "PRIVATE-TOKEN: ‹<base64url:20>›"),
        SecretKind.Part(
            "cookie header", "Cookie: session=‹<alnum:32>›", "cookie: theme=dark; sessionid=‹<alnum:32>›",
            "Cookie: PHPSESSID=‹<lower:26>›; lang=de", "Cookie: JSESSIONID=‹<HEX:32>›",
            "Cookie=connect.sid=s%3A‹<alnum:32>›"),
        SecretKind.Part(
            "set-cookie header", "Set-Cookie: session=‹<base64url:43>›; Path=/; HttpOnly",
            "set-cookie: auth=‹<base64url:43>›; Max-Age=3600; Secure; SameSite=Lax",
            "Set-Cookie: sid=‹<base64url:43>›; expires=Thu, 26 Nov 2026 12:00:00 GMT"),
        SecretKind.Part(
            "cookies of asp.net", "Cookie: .AspNetCore.Cookies=‹CfDJ8<base64url:150>›",
            "Cookie: .AspNetCore.Identity.Application=‹CfDJ8<base64url:150>›",
            "Cookie: lang=de; .AspNetCore.Session=‹CfDJ8<base64url:150>›"),
        SecretKind.Text(
            "dump of headers", "GET /v1/<word> HTTP/1.1\r\nHost: <host>\r\nAuthorization: Bearer ‹<base64url:48>›\r\n"
                + "Accept: application/json\r\nCookie: sid=‹<alnum:32>›; theme=dark\r\nUser-Agent: shop/1.0\r\n\r\n"),
    ];

    private static Fragment ShortBasic(Chance chance)
    {
        var pair = Filling.Of(
            chance.Pick("a:<letters:2>", "bob:<letters:3>", "ab:<alnum:4>", "root:<letters:4>"), chance);
        var text = Convert.ToBase64String(System.Text.Encoding.ASCII.GetBytes(pair));
        return Fragment.Of(chance.Pick($"Authorization: Basic ‹{text}›", $"sent Basic ‹{text}› to it"), chance);
    }
}
