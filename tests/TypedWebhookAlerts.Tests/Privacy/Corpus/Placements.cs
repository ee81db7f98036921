namespace TypedWebhookAlerts.Tests.Privacy.Corpus;

/// <summary>The surroundings in which alerts carry texts.</summary>
internal static class Placements
{
    /// <summary>Those that do not tell what stands in them.</summary>
    public static IReadOnlyList<Placement> Neutral { get; } =
    [
        new("<@>"),
        new("The call to the <word> service failed with <@>"),
        new("Refresh of <@> was refused after <number> attempts"),
        new("<@> was refused by <host>"),
        new("Nobody in <word> knows <@>."),
        new("Is it still <@>? The <word> asks for it!"),
        new("The value \"<@>\" was rejected by <host>"),
        new("Cannot use '<@>' for <word>"),
        new("Run `<@>` again, then restart the <word>"),
        new("The <word> (<@>) is gone since <time>"),
        new("[<@>] was not accepted"),
        new("{<@>} is not what <word> expected"),
        new("config → <@> → <word>"),
        new("Received: <@>"),
        new("<word>, <@>, <word>"),
        new("attempt <number>; <@>; giving up"),
        new("**<@>** and _<word>_"),
        new("```\n<@>\n```"),
        new("<number>,<@>,<time>"),
        new("<word>\t<@>\t<number>"),
        new("| <word> | <@> | <number> |"),
        new("- <word>\n- <@>\n- <number>"),
        new("First line\r\n<@>\r\nlast line about <word>"),
        new("  <@>  "),
        new("<time> WARN [worker-<number>] Shop.Sync.Client: <@>"),
        new("info: Shop.<word>.Client[<number>]\n      <@>\n      and <number> more"),
        new("level=error msg=\"<word> failed\" detail=\"<@>\" duration=<number>ms"),
        new("System.InvalidOperationException: Could not go on with <@>\n"
            + "   at Shop.Orders.Client.SendAsync(Order order) in /src/Orders/Client.cs:line <number>\n"
            + "   at Shop.Program.Main(String[] args)"),
        new(" ---> System.Net.Http.HttpRequestException: <@> (<host>:443)\n"
            + " ---> System.Net.Sockets.SocketException (111): Connection refused\n"
            + "   --- End of inner exception stack trace ---"),
        new("System.ArgumentException: '<@>' is not valid. (Parameter 'value')"),
        new("{\"event\":\"<word>\",\"detail\":\"<@>\",\"attempt\":<number>}", Writing.Json),
        new("{\"detail\":\"<@>\",\"at\":\"<time>\"}", Writing.StrictJson),
        new("{\"message\":\"{\\\"detail\\\":\\\"<@>\\\",\\\"code\\\":<number>}\"}", Writing.JsonTwice),
        new("[\"<word>\", \"<@>\", <number>]", Writing.Json),
        new("<detail><word></detail><value><@></value>", Writing.Xml),
        new("Żądanie użytkownika „<@>” odrzucone po <number> próbach"),
        new("Сервис ответил: <@> — попробуйте позже"),
        new("値「<@>」は無効です"),
        new("⚠️ <@> 🔥 in <word>"),
        new("Der Aufruf für «<@>» schlug fehl (<number> Versuche)"),
    ];

    /// <summary>Those in which a key stands as a value, in a URL, a header or a command.</summary>
    public static IReadOnlyList<Placement> Telling { get; } =
    [
        new("Cannot reach <host> with token=<@>, giving up"),
        new("<word>: API_KEY=<@>\nLOG_LEVEL=debug"),
        new("export SERVICE_TOKEN=\"<@>\""),
        new("SERVICE_SECRET='<@>' ./run --all"),
        new("GET https://<host>/v1/<word>?access_token=<@>&page=<number> returned 401", Writing.Url),
        new("GET https://<host>/v1/<word>?page=<number>&key=<@> → 403", Writing.Url),
        new("POST https://<host>/hooks/<@>/<word> failed", Writing.Url),
        new("curl -s -H \"X-Api-Key: <@>\" https://<host>/v1/<word>"),
        new("Authorization: Bearer <@>"),
        new("authorization: token <@>\nuser-agent: <word>/1.0"),
        new("{\"apiKey\":\"<@>\",\"region\":\"eu\"}", Writing.Json),
        new("{ \"access_token\" : \"<@>\", \"expires_in\": <number> }", Writing.StrictJson),
        new("{\"body\":\"{\\\"token\\\":\\\"<@>\\\"}\",\"status\":<number>}", Writing.JsonTwice),
        new("{'token': '<@>', 'count': <number>}"),
        new("<word> login --token <@> --quiet"),
        new("<word> push --api-key=<@> --skip"),
        new("x-api-key: <@>\r\naccept: */*"),
        new("fatal: unable to access 'https://x-access-token:<@>@<host>/org/<word>.git/'", Writing.Url),
        new("<add key=\"ApiKey\" value=\"<@>\" />", Writing.Xml),
        new("<word>:\n  token: <@>\n  retries: <number>"),
        new("new Client(\"<@>\", <number>)"),
        new("Settings { Name = <word>, Token = <@>, Retries = <number> }"),
    ];
}
