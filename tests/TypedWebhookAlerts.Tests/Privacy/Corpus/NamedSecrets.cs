namespace TypedWebhookAlerts.Tests.Privacy.Corpus;

/// <summary>What is a secret because its name says so.</summary>
internal static class NamedSecrets
{
    private static readonly string[] s_passwords =
    [
        "password", "Password", "PASSWORD", "passwd", "pwd", "db_password", "DB_PASSWORD", "userPassword", "passphrase",
        "ftp_pass",
    ];

    private static readonly string[] s_short = ["pw", "PW", "db_pw", "dbPw", "user.pw"];

    private static readonly string[] s_keys =
    [
        "secret", "client_secret", "clientSecret", "CLIENT_SECRET", "api_key", "apiKey", "API_KEY", "apikey",
        "x-api-key", "token", "TOKEN", "access_token", "accessToken", "refresh_token", "auth_token", "bot_token",
        "DISCORD_TOKEN", "GITHUB_TOKEN", "private_key", "signing_key", "encryption_key", "secretKey", "SECRET_KEY_BASE",
        "webhook_secret", "app_secret",
    ];

    private static readonly string[] s_keysBefore =
    [
        "token=", "Token", "Api key", "apiKey", "api_key: ", "{\"secret\":\"", "Client secret: ",
        "Authorization: Bearer ", "Access token", "https://api.example.com/?access_token=", "x-api-key: ",
    ];

    private static readonly string[] s_passwordsBefore =
        ["password=", "Password: ", "Password", "pwd = ", "with password '"];

    // In each, # is the name and @ the value.
    public static IEnumerable<SecretKind> All { get; } =
    [
        Password("password = value", "#=@", "# = @", "#: @", "#:@"),
        Password("password in quotes", "#=\"@\"", "#: '@'", "# = \"@\"", "#='@'"),
        Password("password in json", "{\"user\":\"bob\",\"#\":\"@\"}", "{ \"#\" : \"@\", \"user\" : \"bob\" }"),
        Password("password in yaml", "user: bob\n#: @\nhost: db", "#: \"@\"\nhost: db"),
        Password("password in a command", "mysqldump -u root --#=@ shop", "tool login --# @ --quiet", "tool /#:@"),
        Password("password in words", "The # is @", "with # '@' for user bob", "# \"@\" was refused"),
        Password("password in xml", "<#>@</#>", "<setting name=\"#\" value=\"@\" />", "<add key=\"#\" value=\"@\"/>"),
        Key("key = value", "#=@", "# = @", "#: @", "#:@"),
        Key("key in quotes", "#=\"@\"", "#: '@'", "# = '@'"),
        Key("key in json", "{\"#\":\"@\"}", "{\"id\":42,\"#\":\"@\",\"ttl\":60}", "{'#': '@'}"),
        Key("key in json in json", "{\\\"#\\\":\\\"@\\\"}", "\"{\\\"id\\\":1,\\\"#\\\": \\\"@\\\"}\""),
        Key("key in yaml", "name: shop\n#: @\nretries: 3", "- #: '@'"),
        Key("key in the environment", "LOG=debug\nexport #=@\nTZ=UTC", "#=@ ./run", "$env:# = '@'"),
        Key("key in a command", "deploy --# @ --region eu", "deploy --#=@", "docker run -e #=@ shop"),
        Key("key in xml", "<#>@</#>", "<add key=\"#\" value=\"@\" />"),
        Key("key in a record", "Settings { Name = shop, # = @ }", "ClientOptions { # = @, Timeout = 00:00:30 }"),
        Key("key in a form", "grant_type=refresh&#=@&scope=orders", "#=@&user=bob"),
        Key("key in code", "var # = \"@\";", "const string # = \"@\";", "#: \"@\","),
        Password("password after an arrow", "# -> @", "# => @", "# → @", "#->@", "\"#\" -> \"@\"", "{\"#\"=>\"@\"}"),
        Key("key after an arrow", "# -> @", "# → @", "# => '@'"),
        Named("password called pw", s_short, "‹<any-password>›",
        [
            "#=@", "#: @", "# = @", "{\"#\":\"@\"}", "<#>@</#>", "user=bob&#=@&lang=de", "{\\\"#\\\":\\\"@\\\"}",
        ]),
        Before("key known by what stands before", "‹<generated>›", s_keysBefore),
        Before("password known by what stands before", "‹<any-password>›", s_passwordsBefore),
    ];

    private static SecretKind Password(string name, params string[] shapes)
        => Named(name, s_passwords, "‹<any-password>›", shapes);

    private static SecretKind Key(string name, params string[] shapes) => Named(name, s_keys, "‹<generated>›", shapes);

    private static SecretKind Named(string kind, string[] names, string value, string[] shapes)
        => new(kind, Needs.Neutral, chance => Fragment.Of(
            chance.Pick<string>(shapes).Replace("#", chance.Pick<string>(names), StringComparison.Ordinal)
                .Replace("@", value, StringComparison.Ordinal),
            chance));

    private static SecretKind Before(string kind, string value, string[] before)
        => new(kind, Needs.ItsOwn, chance => Fragment.Of(value, chance) with { Before = chance.Pick<string>(before) });
}
