using System.Text;

namespace TypedWebhookAlerts.Tests.Privacy.Corpus;

/// <summary>Headers by which a client shows who it is.</summary>
internal static class HeaderSecrets
{
    public static IEnumerable<SecretKind> All { get; } =
    [
        SecretKind.Part("bearer header", chance => Fragment.In(
            chance.Pick("Authorization: Bearer <@>", "authorization: bearer <@>", "Authorization=Bearer <@>",
                "AUTHORIZATION: Bearer <@>"),
            chance.Text(Alphabets.Base64Url, chance.Between(24, 80)))),
        SecretKind.Part("basic header", chance => Fragment.In(
            chance.Pick("Authorization: Basic <@>", "authorization: basic <@>", "Proxy-Authorization: Basic <@>"),
                Basic(chance))),
        SecretKind.Part("header of another scheme", chance => Fragment.In(
            chance.Pick("Authorization: Token <@>", "Authorization: ApiKey <@>", "Authorization: <@>",
                "Authorization: SharedKey shop:<@>"),
            chance.Text(Alphabets.LettersAndDigits, 40))),
        SecretKind.Part("bearer token in a sentence", chance => Fragment.In(
            chance.Pick("it sent Bearer <@> to the proxy", "with 'Bearer <@>' the call is refused", "Bearer <@>"),
            chance.Text(Alphabets.Base64Url, chance.Between(30, 60)))),
        SecretKind.Part("authorization in json", chance => Fragment.In(
            chance.Pick("{\"Authorization\":\"Bearer <@>\"}", "{\"headers\": {\"authorization\": [\"Bearer <@>\"]}}",
                "{ 'Authorization': 'Basic <@>' }"),
            Basic(chance))),
        SecretKind.Part("api key header", chance => Fragment.In(
            chance.Pick("X-Api-Key: <@>", "x-api-key=<@>", "X-Auth-Token: <@>", "Ocp-Apim-Subscription-Key: <@>",
                "PRIVATE-TOKEN: <@>",
                "X-Amz-Security-Token: <@>"),
            chance.Text(Alphabets.LettersAndDigits, 32))),
        SecretKind.Part("cookie header", chance => Cookie(chance, chance.Pick("Cookie: ", "cookie: ", "Cookie="))),
        SecretKind.Part("set-cookie header", chance => SetCookie(chance)),
        SecretKind.Part("cookies of asp.net", chance => Fragment.In(
            $"Cookie: .AspNetCore.{chance.Pick("Cookies", "Identity.Application", "Session", "Antiforgery.abc")}=<@>",
            "CfDJ8" + chance.Text(Alphabets.Base64Url, 150))),
        SecretKind.Text("dump of headers", Dump),
    ];

    private static string Basic(Chance chance) => Convert.ToBase64String(
        Encoding.UTF8.GetBytes($"{Words.Word(chance)}:{chance.Text(Alphabets.LettersAndDigits, 18)}"));

    private static Fragment Cookie(Chance chance, string name)
    {
        var session = chance.Text(Alphabets.LettersAndDigits, 32);
        return Fragment.In(
            name + chance.Pick("session=<@>", "theme=dark; sessionid=<@>", "PHPSESSID=<@>; lang=de", "JSESSIONID=<@>; Path=/",
                "connect.sid=s%3A<@>"),
            session);
    }

    private static Fragment SetCookie(Chance chance) => Fragment.In(
        chance.Pick("Set-Cookie: session=<@>; Path=/; HttpOnly", "set-cookie: auth=<@>; Max-Age=3600; Secure; SameSite=Lax",
            "Set-Cookie: sid=<@>; expires=Thu, 26 Nov 2026 12:00:00 GMT"),
        chance.Text(Alphabets.Base64Url, 43));

    private static Fragment Dump(Chance chance)
    {
        var bearer = chance.Text(Alphabets.Base64Url, 48);
        var session = chance.Text(Alphabets.LettersAndDigits, 32);
        return new Fragment(
            $"GET /v1/{Words.Word(chance)} HTTP/1.1\r\nHost: {Words.Host(chance)}\r\nAuthorization: Bearer {bearer}\r\n"
                + $"Accept: application/json\r\nCookie: sid={session}; theme=dark\r\nUser-Agent: shop/1.0\r\n\r\n",
            bearer,
            session);
    }
}
