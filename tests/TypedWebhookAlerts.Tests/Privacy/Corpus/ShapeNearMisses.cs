namespace TypedWebhookAlerts.Tests.Privacy.Corpus;

/// <summary>Lists, lines, arrows, commands and marks that stand where those of secrets stand, and hold none.</summary>
internal static class ShapeNearMisses
{
    public static IEnumerable<NearMissKind> All { get; } =
    [
        NearMissKind.Text(
            "lists of what is no secret", "{\"tokens\":[\"<s>\",\"hello\",\"world\",\"</s>\"]}",
            "{\"passwords\":[],\"user\":\"bob\"}",
            "tokens: [<number>, <number>, <number>]", "password: [secret]", "passwords: [null, \"***\"]",
            "secrets: [db, mail, <word>]", "{\"tokens\":[{\"type\":\"bearer\",\"ttl\":<number>}]}",
            "keys=[id, name, token]",
            "password must match [A-Za-z0-9]{8,}", "password: [A-Za-z0-9!@#]{8,64}", "tokens[<number>]: end of file",
            "{ Passwords = System.Collections.Generic.List`1[System.String] }"),
        NearMissKind.Text(
            "errors of fields", "{\"errors\":{\"Password\":[\"The Password field is required.\"]}}",
            "{\"password\":[\"is too short (minimum is 8 characters)\",\"must have a digit\"]}",
            "{\"errors\":{\"password\":[\"can't be blank\"],\"token\":[\"has expired\"]}}",
            "{\"token\": [\"This field may not be null.\"]}", "'apiKey': ['This field is required.']",
            "{\"errors\":{\"password\":[\"Passwords need at least one digit\"]}}"),
        NearMissKind.Text(
            "what stands below such a name", "Enter the password:\nLogin failed for user bob",
            "password:\n  required: true\n  minLength: 8",
            "token:\n  type: bearer\n  expires: <number>", "secrets:\n  - db\n  - mail\n", "Password:\nAccepted",
            "token:\n\nnone",
            "Invalid token:\n   at Shop.Token.Parse(String token)", "apiKey:\n    # see <host>\n", "password:\n",
            "Passwords:\n- must be long\n- must be new",
            "secret: |\n  see the vault of <word>\n", "token:\n<word>\n<word>", "var password =\n    options.Password;",
            "var token =\n    await tokens.GetAsync(user);", "{\n  \"password\":\n    null\n}"),
        NearMissKind.Text(
            "arrows", "token -> invalid", "password -> hash", "user->password->length", "secret → vault → <word>",
            "key -> value",
            "Authorization -> Gateway<number>", "cookie -> jar<number>=x", "token->type == EOF", "password => sent",
            "reset of password → done"),
        NearMissKind.Text(
            "commands without a password", "curl -u bob https://<host>", "curl -u $USER:$PASS https://<host>",
            "curl -u bob:*** <host>",
            "curl -u bob: https://<host>", "curl <host> -X POST -d a:b", "curl --user {user}:{password} <host>",
            "mysql -u root -p shop", "mysql -h <host> -P 3307 --protocol=tcp", "mysql --port 3306 -p",
            "docker run -u 1000:1000 -p 8080:80 shop", "docker login -u bob registry", "ssh -p 22 bob@<host>",
            "sshpass -f /run/file ssh bob@<host>",
            "redis-cli -h <host> -p 6379 ping", "MySql.Data.MySqlClient.MySqlException: Unable to connect to <host>",
            "psql -U app -h <host> shop",
            "curl -o a:b -I <host>"),
        NearMissKind.Text(
            "slugs", "token: golden-dragon-statue", "token=golden-dragon-statue",
            "{\"token\":\"ancient-silver-<word>\"}", "api key: blue-moon-<word>",
            "secret: hidden_treasure_chest", "access token: royal-griffin-banner"),
        NearMissKind.Part(
            "dollars", "$6 for <number> items", "$5 to $6", "US$ <number>.50", "$1$2$3", "$2b or not $2b", "cost=$2",
            "${2}$", "$argon", "'$6$' is a prefix",
            "\\$5\\$6"),
        NearMissKind.Text(
            "what ends in pw", "PW: 12", "pw=true", "pw: unchanged", "kpw=5", "npw: golden", "pw: {pw}", "pw: falsch",
            "engine: 85 kW (116 PW)",
            "pw=<number>"),
        NearMissKind.Part(
            "unseen marks and other scripts", "👩‍👩‍👧 joined <word>", "café\u00ADhaus", "сonfig of <word>",
            "tоken expired", "раsswоrd must be set",
            "Токен: отсутствует", "Ключ 'token' не найден", "ключ api: <word>", "❤️ key: none"),
        NearMissKind.Text(
            "unseen marks around ordinary values", "\u200Btoken: missing\u200B", "ｔｏｋｅｎ： ｍｉｓｓｉｎｇ",
            "раsswоrd: unchanged", "tоken=<number>",
            "pass\u00ADword: required", "ｐａｓｓ＝<number>"),
        NearMissKind.Text(
            "lines of ids", "<hex:40>\n<hex:40>\n<hex:40>", "<guid>\n<guid>", "Shop.Orders.Item1a\nShop.Orders.Item2b",
            "commit <hex:40>\nMerge: <hex:7> <hex:7>", "<alnum:22>\n<alnum:22>", "sha256:<hex:64>\nsha256:<hex:64>",
            "task-\n<alnum:30>",
            "the risk-\n<alnum:30> of it"),
        NearMissKind.Text(
            "connection strings with semicolons", "Server=db;Database=Shop;;Encrypt=True",
            "Server=db;Password=;Database=Shop",
            "Driver={ODBC Driver 18 for SQL Server};Server=db;Trusted_Connection=yes",
            "Server={server};Pwd={password};Database={0}",
            "Server=db;Pwd={0}", "password={0}", "password = { \"minLength\": 8 }"),
        NearMissKind.Text(
            "urls of services with paths", "http://web:8080/users/a@b.example",
            "postgres://db.internal:5432/shop?user=a@b.example",
            "redis://cache.internal:6379/0", "https://shop:8443/@bob/<number>", "amqp://localhost:5672/a@b",
            "mongodb://10.0.0.7:27017/x@y"),
    ];
}
