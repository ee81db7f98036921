namespace TypedWebhookAlerts.Tests.Privacy.Corpus;

/// <summary>Sentences that speak of secrets, and names whose value tells nothing.</summary>
internal static class WordNearMisses
{
    private static readonly string[] s_ordinaryBefore = ["Password: ", "Token", "Api key", "password=", "secret: "];

    private static readonly string[] s_idBefore =
        ["Commit ", "Shard ", "User", "hash: ", "trace id ", "{\"id\":\"", "Order number"];

    public static IEnumerable<NearMissKind> All { get; } =
    [
        NearMissKind.Text(
            "of passwords", "password must not be empty", "The password is too short: at least <number> characters",
            "Password reset requested for user <number>", "Wrong password for user bob (attempt <number>)",
            "password: required", "Your password expires in <number> days",
            "password authentication failed for user \"app\"",
            "Access denied for user 'root'@'localhost' (using password: YES)", "passwordHash column missing",
            "No password was given"),
        NearMissKind.Text(
            "of tokens", "The token has expired", "token expired at <time>", "Token type: Bearer", "Invalid token",
            "token refreshed for shard <number>", "The token of user <snowflake> was revoked",
            "An invalid token was provided.", "token: missing", "Token bucket is empty, <number> waiting",
            "CancellationToken was cancelled", "Antiforgery token validation failed.", "no token in the request"),
        NearMissKind.Text(
            "of keys", "api key missing", "API key is invalid or was revoked",
            "The private key could not be read from /etc/<word>/key.pem", "primary key violation in <word>",
            "public key: not pinned", "Key rotation finished after <number> s",
            "Encryption key version <number> is in use", "key not found: <word>"),
        NearMissKind.Text(
            "of secrets", "secret santa starts on <time>", "Secret 'db' is not mounted",
            "the secret is out: <word> ships in May", "client_secret is required", "Client secret expired",
            "It is no secret that <word> is slow", "secrets: <number> loaded", "secret: none"),
        NearMissKind.Text(
            "of authorization", "Authorization failed for user <number>", "Authorization header missing",
            "authorization: required", "Authorization: none",
            "WWW-Authenticate: Bearer realm=\"shop\", error=\"invalid_token\"", "Basic authentication is off",
            "the bearer of bad news is <word>",
            "Bearer was not authenticated. Failure message: No SecurityTokenValidator available",
            "AuthenticationScheme: Bearer was challenged.", "Authorization policy 'Admins' was not met by <word>"),
        NearMissKind.Text(
            "of cookies", "the cookie banner is gone", "Cookie not found",
            "cookies are disabled in the browser of user <number>", "cookie: missing",
            "Cookie consent: given at <time>", "Fortune cookie number <number>"),
        NearMissKind.Text(
            "masked values", "Password=***;Server=db", "password: (null)", "token=null", "password=\"\"",
            "apiKey: undefined", "\"password\": null", "secret=[redacted]", "token: <redacted>",
            "Authorization: Bearer ***", "client_secret=********", "password = \"…\"",
            "{\"token\":\"\",\"user\":\"bob\"}", "postgres://app:***@<host>/shop", "pwd=xxxxxx", "token: [secret]",
            "api_key=REDACTED", "Cookie: ***"),
        NearMissKind.Text(
            "redacted values", "The call with [redacted:github-token] failed",
            "password=[redacted:secret]; retry <number>", "Authorization: [redacted:authorization]",
            "postgres://app:[redacted:url-password]@<host>/shop", "{\"token\":\"[redacted:discord-token]\"}",
            "Cookie: [redacted:cookie]"),
        NearMissKind.Text(
            "placeholders", "password=${DB_PASSWORD}", "token: {token}", "api_key=<your-api-key>", "API_KEY=%API_KEY%",
            "secret: {{ vault.secret }}", "Authorization: Bearer {token}", "Authorization: Bearer $TOKEN",
            "Bot {token}", "https://discord.com/api/webhooks/{id}/{token}", "https://{user}:{password}@<host>/feed",
            "password: @Password", "--password <password>"),
        NearMissKind.Text(
            "plain values of such names", "token=abc", "token: <number>", "password: true", "secret=false",
            "use_token=yes", "token_type=bearer", "key=value", "pass=<number>", "pwd: /srv/<word>", "secret_name=db",
            "token_count=<number>", "TokenLifetime = 01:00:00", "password_changed_at=<time>", "key_id=<number>",
            "apiKeyCount: <number>", "PasswordPolicy = Strong", "token_url=https://<host>/oauth/token"),
        NearMissKind.Text(
            "english", "The importer has processed <number> of <number> orders; the next run starts at <time>.",
            "Shard <number> lost its gateway after 3.04:05: reconnect was refused by <host>",
            "It's a \"quoted\" remark: 50% off, today only!", "Nothing was found in <word>. Please try again later."),
        NearMissKind.Text(
            "german and french", "Der Auftrag <number> wurde nach 3 Versuchen verworfen: Passwort fehlt.",
            "Schlüssel nicht gefunden: <word>", "Le mot de passe est requis pour l’utilisateur <number>",
            "Geheimnis: keines. Kennwort: erforderlich", "L’accès à « <word> » a été refusé"),
        NearMissKind.Text(
            "other scripts", "Пароль не указан для пользователя <number>", "パスワードが必要です(<word>)", "密码不能为空:<number>",
            "توكن غير صالح <number>", "Hasło wygasło: zmień je przed <time>", "비밀번호를 입력하세요 <number>",
            "Şifre gerekli: kullanıcı <number>"),
        Before(
            "what stands before ordinary text", s_ordinaryBefore, "must not be empty", "expired", "none", "(null)",
            "true", "is required", "***", "[secret]", "<number>"),
        Before("what stands before an id", s_idBefore, "<hex:40>", "<guid>", "<snowflake>", "<bytes:32>"),
        Cut("cut text", "The importer of <word> could not read the order <number>, for the",
            "at Shop.Orders.Client.SendAsync(Order order) in /src/Orders/Cli",
            "Authorization failed for user bob, whose passw", "See https://api.example.com/v1/<word>?page=<number>&so",
            "Shard <number> lost its gateway: <guid> was", "It happened at <time> and then"),
    ];

    private static NearMissKind Before(string name, string[] before, params string[] shapes) => new(name, false, chance
        => Fragment.Of(chance.Pick<string>(shapes), chance) with { Before = chance.Pick<string>(before) });

    private static NearMissKind Cut(string name, params string[] shapes) => new(name, false, chance
        => Fragment.Of(chance.Pick<string>(shapes), chance) with { IsCut = true });
}
