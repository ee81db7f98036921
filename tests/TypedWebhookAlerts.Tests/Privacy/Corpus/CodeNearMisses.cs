namespace TypedWebhookAlerts.Tests.Privacy.Corpus;

/// <summary>Code and what runtimes say of it: full of the words token, key and password.</summary>
internal static class CodeNearMisses
{
    public static IEnumerable<NearMissKind> All { get; } =
    [
        NearMissKind.Text(
            "stack frame",
            "   at Shop.Security.TokenService.RefreshTokenAsync(String refreshToken, CancellationToken token) "
                + "in /src/TokenService.cs:line <number>",
            "   at Microsoft.AspNetCore.Authentication.Cookies.CookieAuthenticationHandler.HandleAuthenticateAsync()",
            "   at System.Security.Cryptography.RSA.ImportFromPem(ReadOnlySpan`1 input)",
            "   at Shop.<word>.<>c__DisplayClass<number>_0.<<SendAsync>b__0>d.MoveNext()",
            "   at Npgsql.Internal.NpgsqlConnector.<Open>g__OpenCore|<number>_1(NpgsqlConnector conn, SslMode mode)"),
        NearMissKind.Text(
            "method signature", "public static string HashPassword(string password, byte[] salt)",
            "Task<Token> GetTokenAsync(string apiKey, CancellationToken token = default)",
            "CancellationToken token = default", "bool TryGetSecret(string name, out string? secret)",
            "void SetCookie(string name, string value, CookieOptions options)"),
        NearMissKind.Text(
            "csharp", "var token = await tokens.GetAsync(user.Id);",
            "if (password is null || password.Length < <number>) throw new ArgumentException(nameof(password));",
            "var secret = configuration[\"Discord:Token\"];",
            "options.ApiKey = Environment.GetEnvironmentVariable(\"API_KEY\");",
            "string token = request.Headers.Authorization.ToString();", "new SymmetricSecurityKey(keyBytes)",
            "private readonly string _password = password;"),
        NearMissKind.Text(
            "javascript and python", "const token = process.env.DISCORD_TOKEN;",
            "password = os.environ['DB_PASSWORD']", "headers: { Authorization: `Bearer ${token}` }",
            "api_key = settings.get('api_key')", "let secret = await vault.read(path)"),
        NearMissKind.Text(
            "type name", "Microsoft.IdentityModel.Tokens.SecurityTokenExpiredException",
            "System.Collections.Generic.Dictionary`2[System.String,Shop.Security.PasswordPolicy]",
            "System.UnauthorizedAccessException", "Azure.Security.KeyVault.Secrets.SecretClient",
            "TokenBucketRateLimiter<<word>>", "ISecretRevealerFactoryOptionsConfigurator"),
        NearMissKind.Text(
            "sql", "SELECT id, password_hash, api_key FROM users WHERE id = <number>",
            "ALTER TABLE users ADD COLUMN secret_key varchar(64) NOT NULL",
            "UPDATE tokens SET expires = NOW() WHERE user_id = @p0",
            "duplicate key value violates unique constraint \"ix_tokens_user_id\"",
            "The INSERT statement conflicted with the FOREIGN KEY constraint \"FK_Orders_Customers_CustomerId\"",
            "Invalid column name 'PasswordHash'.", "Key (token_id)=(<number>) already exists."),
        NearMissKind.Text(
            "regex", @"^(?=.*[A-Z])(?=.*\d)[A-Za-z\d@$!%*?&]{8,}$", @"\b[\w.+-]+@[\w-]+\.[\w.]{2,}\b does not match",
            @"(?<year>\d{4})-(?<month>\d{2})", @"token[:=]\s*(\S+)"),
        NearMissKind.Text(
            "parser error", "Unexpected token '<', \"<!DOCTYPE \"... is not valid JSON",
            "SyntaxError: Unexpected token u in JSON at position <number>", "CS1003: Syntax error, ',' expected",
            "error CS1519: Invalid token '=' in a member declaration",
            "Unexpected end of input at line <number>, token EOF",
            "'{' is an invalid start of a property name. Path: $.token | LineNumber: <number>."),
        NearMissKind.Text(
            "configuration key", "Configuration key 'Discord:Token' was not found",
            "Missing required setting Shop__ApiKey", "The option 'Auth:ClientSecret' must be set",
            "section WebhookAlerts:Routes:error:Url", "environment variable WEBHOOK_USER_ID_HASH_KEY is empty"),
        NearMissKind.Text(
            "cache key", "cache key: user:<number>:profile", "Cache miss for key=orders:<number>",
            "The given key 'shard-<number>' was not present in the dictionary.", "Redis key session:<guid> expired",
            "key=user:<number>", "lock key \"lock:<word>:<number>\" is held", "partition key /tenantId is <word>"),
        NearMissKind.Text(
            "keyboard key", "Press any key to continue", "key: Enter", "hotkey=Ctrl+Shift+F<number>",
            "keyCode=<number>, key=ArrowLeft", "keyboard=qwerty-us"),
        NearMissKind.Text(
            "foreign words that end alike", "monkey=banana<number>", "turkey: roasted",
            "author=bob-the-builder-<number>", "authority=https://login.example.com/<guid>",
            "tokenizer=wordpiece-v<number>", "secretary: Ada Lovelace", "passenger=<word><number>",
            "compass=N<number>E", "tokens used: 1834", "max_tokens=<number>",
            "completion_tokens: <number>, total_tokens: <number>", "keywords=orders,<word>,shop",
            "keystore=/etc/<word>/store.jks", "bypass=true", "password_length=<number>"),
        NearMissKind.Text(
            "log of counters", "active=<number> idle=<number> wait=<number>ms queue=<word> state=running",
            "gc gen2=<number> heap=<number>MB threads=<number>", "retry=3 backoff=00:00:0<number> host=<host>",
            "id=<guid> status=ok duration=<number>ms"),
        NearMissKind.Text("locale", "en-US,en;q=0.9,de;q=0.8", "culture=de-AT", "{0} von {1} Einträgen", "zh-Hant-TW"),
    ];
}
