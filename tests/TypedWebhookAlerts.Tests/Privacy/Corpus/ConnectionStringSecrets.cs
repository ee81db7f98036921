namespace TypedWebhookAlerts.Tests.Privacy.Corpus;

/// <summary>Connection strings, which put passwords among addresses.</summary>
internal static class ConnectionStringSecrets
{
    public static IEnumerable<SecretKind> All { get; } =
    [
        Kind("sql server connection string",
            "Server=tcp:db.example.com,1433;Database=Shop;User ID=app;Password=<@>;Encrypt=True",
            "Data Source=.;Initial Catalog=Shop;uid=sa;pwd=<@>;TrustServerCertificate=true"),
        Kind("npgsql connection string", "Host=db-1.internal;Port=5432;Username=app;Password=<@>;Database=shop",
            "host=localhost;username=app;passfile=/p;password=<@>"),
        Kind("mysql connection string", "Server=db;Uid=app;Pwd=<@>;Database=shop;",
            "server=db;user=root;password=<@>;port=3306"),
        Kind("connection string with a quoted password", "Server=db;User Id=app;Password='<@>';Database=Shop",
            "Server=db;User Id=app;Password=\"<@>\";Database=Shop"),
        Kind("connection string at its end", "Driver={ODBC Driver 18 for SQL Server};Server=db;UID=app;PWD=<@>",
            "Data Source=shop.db;Password=<@>"),
        Kind("connection string with spaces", "Server = db; User Id = app; Password = <@>; Database = Shop"),
        Kind("stackexchange redis", "cache.example.com:6380,password=<@>,ssl=True,abortConnect=False"),
        Kind("rabbitmq connection string", "host=queue;virtualHost=shop;username=app;password=<@>;requestedHeartbeat=10"),
    ];

    private static SecretKind Kind(string name, params string[] shapes)
        => SecretKind.Part(name, chance => Fragment.In(chance.Pick<string>(shapes), Passwords.Any(chance)));
}
