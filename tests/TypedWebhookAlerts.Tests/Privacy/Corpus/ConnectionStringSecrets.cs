namespace TypedWebhookAlerts.Tests.Privacy.Corpus;

/// <summary>Connection strings, which put passwords among addresses.</summary>
internal static class ConnectionStringSecrets
{
    private const string Password = "‹<any-password>›";

    public static IEnumerable<SecretKind> All { get; } =
    [
        SecretKind.Part(
            "sql server connection string",
            $"Server=tcp:db.example.com,1433;Database=Shop;User ID=app;Password={Password};Encrypt=True",
            $"Data Source=.;Initial Catalog=Shop;uid=sa;pwd={Password};TrustServerCertificate=true"),
        SecretKind.Part(
            "npgsql connection string", $"Host=db-1.internal;Port=5432;Username=app;Password={Password};Database=shop",
            $"host=localhost;username=app;passfile=/p;password={Password}"),
        SecretKind.Part(
            "mysql connection string", $"Server=db;Uid=app;Pwd={Password};Database=shop;",
            $"server=db;user=root;password={Password};port=3306"),
        SecretKind.Part(
            "connection string with a quoted password", $"Server=db;User Id=app;Password='{Password}';Database=Shop",
            $"Server=db;User Id=app;Password=\"{Password}\";Database=Shop"),
        SecretKind.Part(
            "connection string at its end",
            $"Driver={{ODBC Driver 18 for SQL Server}};Server=db;UID=app;PWD={Password}",
            $"Data Source=shop.db;Password={Password}"),
        SecretKind.Part(
            "odbc password in braces",
            "Driver={ODBC Driver 18 for SQL Server};Server=db;Uid=app;Pwd={‹<letters:4>;<alnum:9>›};Database=shop",
            "Driver={MySQL};Server=db;Uid=app;Pwd={‹<alnum:6>}}<alnum:6>;<alnum:4>›};Option=3",
            "Dsn=shop;Pwd={‹<letters:8>;<alnum:9>›};"),
        SecretKind.Part(
            "connection string with a semicolon in its password",
            "Server=db;User Id=app;Password=‹<alnum:8>;<alnum:8>›;Database=Shop",
            "Host=db;Username=app;Password=‹<letters:4>@<letters:4>;<alnum:12>›;Port=5432"),
        SecretKind.Text(
            "quoted connection string that ends in a semicolon's password",
            "\"Server=db;User Id=app;Password=‹<alnum:8>;<alnum:8>›\"",
            "connectionString=\"Password=‹<alnum:8>;<alnum:8>›;Server=db\""),
        SecretKind.Part(
            "connection string with spaces", $"Server = db; User Id = app; Password = {Password}; Database = Shop"),
        SecretKind.Part(
            "stackexchange redis", $"cache.example.com:6380,password={Password},ssl=True,abortConnect=False"),
        SecretKind.Part(
            "rabbitmq connection string", $"host=queue;virtualHost=shop;username=app;password={Password};timeout=10"),
    ];
}
