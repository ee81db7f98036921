namespace TypedWebhookAlerts.Tests.Privacy.Corpus;

/// <summary>What is a secret because its name says so.</summary>
internal static class NamedSecrets
{
    private static readonly string[] s_passwords =
        ["password", "Password", "PASSWORD", "passwd", "pwd", "db_password", "DB_PASSWORD", "userPassword",
            "passphrase", "ftp_pass"];

    private static readonly string[] s_keys =
    [
        "secret", "client_secret", "clientSecret", "CLIENT_SECRET", "api_key", "apiKey", "API_KEY", "apikey",
            "x-api-key",
        "token", "TOKEN", "access_token", "accessToken", "refresh_token", "auth_token", "bot_token", "DISCORD_TOKEN",
            "GITHUB_TOKEN",
        "private_key", "signing_key", "encryption_key", "secretKey", "SECRET_KEY_BASE", "webhook_secret", "app_secret",
    ];

    private static readonly string[] s_before =
    [
        "token=", "Token", "Api key", "apiKey", "api_key: ", "{\"secret\":\"", "Client secret: ",
            "Authorization: Bearer ",
        "Access token", "https://api.example.com/?access_token=", "x-api-key: ",
    ];

    private static readonly string[] s_beforePasswords = ["password=", "Password: ", "Password", "pwd = ",
        "with password '"];

    public static IEnumerable<SecretKind> All { get; } =
    [
        Password("password = value", "#=<@>", "# = <@>", "#: <@>", "#:<@>"),
        Password("password in quotes", "#=\"<@>\"", "#: '<@>'", "# = \"<@>\"", "#='<@>'"),
        Password("password in json", "{\"user\":\"bob\",\"#\":\"<@>\"}", "{ \"#\" : \"<@>\", \"user\" : \"bob\" }"),
        Password("password in yaml", "user: bob\n#: <@>\nhost: db", "#: \"<@>\"\nhost: db"),
        Password("password on the command line", "mysqldump -u root --#=<@> shop", "tool login --user bob --# <@> --quiet",
            "tool /#:<@>"),
        Password("password in words", "The # is <@>", "with # '<@>' for user bob", "# \"<@>\" was refused"),
        Password("password in xml", "<#><@></#>", "<setting name=\"#\" value=\"<@>\" />", "<add key=\"#\" value=\"<@>\"/>"),
        Key("key = value", "#=<@>", "# = <@>", "#: <@>", "#:<@>"),
        Key("key in quotes", "#=\"<@>\"", "#: '<@>'", "# = '<@>'"),
        Key("key in json", "{\"#\":\"<@>\"}", "{\"id\":42,\"#\":\"<@>\",\"ttl\":60}", "{'#': '<@>'}"),
        Key("key in json in json", "{\\\"#\\\":\\\"<@>\\\"}", "\"{\\\"id\\\":1,\\\"#\\\": \\\"<@>\\\"}\""),
        Key("key in yaml", "name: shop\n#: <@>\nretries: 3", "- #: '<@>'"),
        Key("key in the environment", "LOG=debug\nexport #=<@>\nTZ=UTC", "#=<@> ./run", "$env:# = '<@>'"),
        Key("key on the command line", "deploy --# <@> --region eu", "deploy --#=<@>", "docker run -e #=<@> shop"),
        Key("key in xml", "<#><@></#>", "<add key=\"#\" value=\"<@>\" />"),
        Key("key in a record", "Settings { Name = shop, # = <@> }", "ClientOptions { # = <@>, Timeout = 00:00:30 }"),
        Key("key in a form", "grant_type=refresh&#=<@>&scope=orders", "#=<@>&user=bob"),
        Key("key in code", "var # = \"<@>\";", "const string # = \"<@>\";", "#: \"<@>\","),
        SecretKind.Text("secret known by what stands before", chance
            => Fragment.Whole(Passwords.Generated(chance)) with { Before = chance.Pick<string>(s_before) }),
        SecretKind.Text("password known by what stands before", chance
            => Fragment.Whole(Passwords.Any(chance)) with { Before = chance.Pick<string>(s_beforePasswords) }),
    ];

    private static SecretKind Password(string name, params string[] shapes) => Kind(name, s_passwords, Passwords.Any,
        shapes);

    private static SecretKind Key(string name, params string[] shapes) => Kind(name, s_keys, Passwords.Generated,
        shapes);

    private static SecretKind Kind(string name, string[] names, Func<Chance, string> make, string[] shapes)
        => SecretKind.Part(name, chance => Fragment.In(
            chance.Pick<string>(shapes).Replace("#", chance.Pick<string>(names), StringComparison.Ordinal),
                make(chance)));
}
