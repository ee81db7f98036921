namespace TypedWebhookAlerts.Tests.Privacy.Corpus;

/// <summary>Passwords and keys in URLs.</summary>
internal static class UrlSecrets
{
    private const string Password = "‹<url-password>›";

    public static IEnumerable<SecretKind> All { get; } =
    [
        SecretKind.Part(
            "postgres url", $"postgres://app:{Password}@db-1.internal:5432/shop?sslmode=require",
            $"postgresql://app:{Password}@localhost/shop"),
        SecretKind.Part(
            "mysql url", $"mysql://root:{Password}@10.0.0.5:3306/shop", $"mariadb://app:{Password}@db/shop"),
        SecretKind.Part(
            "mongodb url", $"mongodb+srv://app:{Password}@cluster0.ab1cd.mongodb.net/?retryWrites=true",
            $"mongodb://app:{Password}@a:27017,b:27017/shop"),
        SecretKind.Part(
            "redis url", $"redis://:{Password}@cache.internal:6379/0",
            $"rediss://default:{Password}@cache.example.com:6380"),
        SecretKind.Part(
            "amqp url", $"amqp://worker:{Password}@queue.example.net:5672/vhost",
            $"amqps://worker:{Password}@queue.example.net"),
        SecretKind.Part(
            "https url with a password", $"https://admin:{Password}@shop.example.org/private/feed.xml",
            $"http://svc:{Password}@proxy.internal:3128"),
        SecretKind.Part(
            "ftp url", $"ftp://upload:{Password}@files.example.com/in/",
            $"sftp://upload:{Password}@files.example.com:22/in"),
        SecretKind.Part(
            "smtp url", $"smtp://mailer:{Password}@mail.example.com:587",
            $"smtps://bot%40example.com:{Password}@mail.example.com"),
        SecretKind.Part(
            "url with a slash in its password", "postgres://app:‹<digits:4>/<alnum:10>›@db-1.internal:5432/shop",
            "amqp://worker:‹<digits:5>/<alnum:8>›@queue.example.net/vhost",
            "redis://:‹<digits:4>/<alnum:8>›@cache:6379/0",
            "mysql://root:‹<digits:3>/<digits:4>/<alnum:6>›@db/shop"),
        SecretKind.Part(
            "url with a secret in its query", "https://api.example.com/v1/orders?api_key=‹<alnum:32>›&page=2",
            "https://example.com/login?user=bob&password=‹<url-password>›",
            "wss://stream.example.com/?token=‹<base64url:43>›",
            "https://example.com/cb?client_secret=‹<alnum:32>›&grant_type=refresh",
            "/v1/orders?limit=10&access_token=‹<alnum:32>›"),
    ];
}
