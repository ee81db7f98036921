namespace TypedWebhookAlerts.Tests.Privacy.Corpus;

/// <summary>Paths, addresses and names.</summary>
internal static class PlaceNearMisses
{
    public static IEnumerable<NearMissKind> All { get; } =
    [
        NearMissKind.Text(
            "unix path", "Cannot open /var/lib/<word>/data/<hex:40>/<guid>.bin",
            "/home/bob/src/<word>/Token/Secrets/PasswordHasher.cs(<number>,12)",
            "ls: /etc/ssl/private: Permission denied", "PWD=/home/bob/src/<word>", "/proc/<number>/fd/<number>",
            "~/.config/<word>/key.json is missing"),
        NearMissKind.Text(
            "windows path", @"C:\Users\bob\AppData\Local\Temp\<guid>\<word>.tmp",
            @"\\server\share\<word>\secret-santa\list-<number>.xlsx",
            @"Could not find file 'D:\a\1\s\src\Token\TokenStore.cs'.",
            @"C:\Program Files\dotnet\sdk\10.0.100\Sdks\Microsoft.NET.Sdk\targets"),
        NearMissKind.Text(
            "url", "https://api.example.com/v1/<word>/<guid>?page=<number>&sort=desc",
            "GET https://<host>:8443/health returned <number>",
            "https://en.wikipedia.org/wiki/Password_(video_gaming)#Examples",
            "http://localhost:5000/swagger/index.html", "https://example.com/blog/2026/11/how-to-store-a-secret-key",
            "https://github.com/org/<word>/commit/<hex:40>",
            "https://www.example.com/search?q=reset+password&lang=en&utm_source=mail"),
        NearMissKind.Text(
            "url with an at sign", "https://medium.com/@bob/keeping-<word>-<number>",
            "https://unpkg.com/react@18.2.0/umd/react.production.min.js",
            "https://cdn.jsdelivr.net/npm/<word>@<number>.0.1/dist/index.js", "https://example.com/a:b@c/<number>",
            "https://maps.example.com/@52.52,13.40,<number>z", "https://mastodon.social/@bob/<snowflake>"),
        NearMissKind.Text(
            "url with a user", "git@github.com:org/<word>.git", "ssh://git@github.com/org/<word>.git",
            "ftp://anonymous@ftp.example.org/pub", "mailto:bob@example.org", "postgres://app@db-1.internal/shop",
            "https://bob@example.org/feed"),
        NearMissKind.Text(
            "url of a service", "redis://localhost:6379/0", "amqp://<host>:5672/<word>",
            "postgres://localhost:5432/<word>", "mongodb://a:27017,b:27017/shop?replicaSet=rs0",
            "wss://gateway.discord.gg/?v=10&encoding=json", "tcp://0.0.0.0:<number>"),
        NearMissKind.Text(
            "discord message link", "https://discord.com/channels/<snowflake>/<snowflake>/<snowflake>",
            "see https://ptb.discord.com/channels/@me/<snowflake>", "discord://-/channels/<snowflake>/<snowflake>"),
        NearMissKind.Text(
            "discord invite", "https://discord.gg/AbCdEf<number>", "join at discord.com/invite/<word>-<number>",
            "https://discord.com/events/<snowflake>/<snowflake>"),
        NearMissKind.Text(
            "discord cdn",
            "https://cdn.discordapp.com/attachments/<snowflake>/<snowflake>/a.png?ex=6565a1b2&is=65532cb2&hm=<hex:40>",
            "https://cdn.discordapp.com/avatars/<snowflake>/a_<hex:40>.webp?size=128",
            "https://media.discordapp.net/attachments/<snowflake>/<snowflake>/unknown.png"),
        NearMissKind.Text(
            "discord api without a token",
            "GET https://discord.com/api/v10/channels/<snowflake>/messages returned 403",
            "POST /api/v10/guilds/<snowflake>/members/<snowflake>", "https://discord.com/api/webhooks/<snowflake>",
            "discord:<snowflake>/***", "https://discord.com/developers/docs/resources/webhook#execute-webhook",
            "https://discord.com/oauth2/authorize?client_id=<snowflake>&scope=bot&permissions=<number>"),
        NearMissKind.Text(
            "package", "Microsoft.Extensions.DependencyInjection.Abstractions 10.0.<number>",
            "npm install @types/node@<number>.1.0", "npm_config_registry is set", "npm_lifecycle_event: <word>",
            "Unable to resolve 'Newtonsoft.Json (>= 13.0.<number>)' for 'net10.0'", "pkg:nuget/Serilog@4.0.<number>"),
        NearMissKind.Text(
            "assembly name",
            "Could not load 'System.Text.Json, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51'.",
            "Shop.Orders, Version=1.<number>.0.0, Culture=neutral, PublicKeyToken=null",
            "mscorlib, Version=4.0.0.0, Culture=neutral, PublicKeyToken=b77a5c561934e089"),
        NearMissKind.Text(
            "resource name", "arn:aws:sqs:eu-west-1:123456789012:<word>-queue",
            "/subscriptions/<guid>/resourceGroups/<word>/providers/Microsoft.KeyVault/vaults/shop-secrets",
            "projects/<word>-<number>/secrets/db/versions/latest", "https://shop.vault.azure.net/secrets/db/<guid>",
            "urn:uuid:<guid>"),
        NearMissKind.Text(
            "mail and address", "Mail to bob.builder+<number>@example.org bounced",
            "From <host>: user@example.com is not known", "bob@example.org, ada@example.org"),
        NearMissKind.Text(
            "connection string without a password",
            "Server=.;Database=Shop;Integrated Security=true;TrustServerCertificate=True",
            "Data Source=/var/lib/<word>.db;Mode=ReadWriteCreate;Cache=Shared",
            "Host=<host>;Port=5432;Username=app;Database=shop;Pooling=true",
            "DefaultEndpointsProtocol=https;AccountName=<word>;EndpointSuffix=core.windows.net",
            "UseDevelopmentStorage=true"),
        NearMissKind.Text(
            "user agent",
            "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/1<number>.0 Safari/537.36",
            "DiscordBot (https://github.com/discord-net/Discord.Net, v3.<number>.0)", "curl/8.<number>.0"),
    ];
}
