namespace TypedWebhookAlerts.Tests.Privacy.Corpus;

/// <summary>Passwords in URLs.</summary>
internal static class UrlSecrets
{
    public static IEnumerable<SecretKind> All { get; } =
    [
        Kind("postgres url", "postgres://app:<@>@db-1.internal:5432/shop?sslmode=require",
            "postgresql://app:<@>@localhost/shop"),
        Kind("mysql url", "mysql://root:<@>@10.0.0.5:3306/shop", "mariadb://app:<@>@db/shop"),
        Kind("mongodb url", "mongodb+srv://app:<@>@cluster0.ab1cd.mongodb.net/?retryWrites=true",
            "mongodb://app:<@>@a:27017,b:27017/shop"),
        Kind("redis url", "redis://:<@>@cache.internal:6379/0", "rediss://default:<@>@cache.example.com:6380"),
        Kind("amqp url", "amqp://worker:<@>@queue.example.net:5672/vhost", "amqps://worker:<@>@queue.example.net"),
        Kind("https url with a password", "https://admin:<@>@shop.example.org/private/feed.xml",
            "http://svc:<@>@proxy.internal:3128"),
        Kind("ftp url", "ftp://upload:<@>@files.example.com/in/", "sftp://upload:<@>@files.example.com:22/in"),
        Kind("smtp url", "smtp://mailer:<@>@mail.example.com:587", "smtps://bot%40example.com:<@>@mail.example.com"),
        SecretKind.Part("url with a secret in its query", chance => Fragment.In(
            chance.Pick("https://api.example.com/v1/orders?api_key=<@>&page=2",
                "https://example.com/login?user=bob&password=<@>",
                "wss://stream.example.com/?token=<@>", "https://example.com/cb?client_secret=<@>&grant_type=refresh",
                "/v1/orders?limit=10&access_token=<@>"),
            chance.Text(Alphabets.LettersAndDigits, 32))),
    ];

    private static SecretKind Kind(string name, params string[] shapes)
        => SecretKind.Part(name, chance => Fragment.In(chance.Pick<string>(shapes), Passwords.InUrl(chance)));
}
