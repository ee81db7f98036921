namespace TypedWebhookAlerts.Tests.Privacy.Corpus;

/// <summary>Secrets in lists, and those that stand in the lines below their name.</summary>
internal static class ListedSecrets
{
    private const string Password = "‹<any-password>›";
    private const string Key = "‹<generated>›";

    public static IEnumerable<SecretKind> All { get; } =
    [
        SecretKind.Part(
            "passwords in a list of json", $"{{\"passwords\":[\"{Password}\"]}}",
            $"{{\"user\":\"bob\",\"passwords\": [\"{Password}\", \"{Password}\"],\"ttl\":60}}",
            $"{{\"password\":[\"{Password}\"]}}", $"{{'db_passwords': ['{Password}', '{Password}']}}",
            $"{{\\\"passwords\\\":[\\\"{Password}\\\",\\\"{Password}\\\"]}}"),
        SecretKind.Part(
            "keys in a list of json", $"{{\"apiKeys\":[\"{Key}\",\"{Key}\"]}}",
            $"{{ \"tokens\" : [ \"{Key}\" ], \"count\" : 3 }}", $"{{\"client_secrets\":[\"{Key}\",null,\"{Key}\"]}}",
            $"{{\"refresh_tokens\":\"[\\\"{Key}\\\",\\\"{Key}\\\"]\"}}"),
        SecretKind.Part(
            "list over several lines", $"{{\n  \"passwords\": [\n    \"{Password}\",\n    \"{Password}\"\n  ]\n}}",
            $"{{\r\n  \"tokens\": [\r\n    \"{Key}\"\r\n  ],\r\n  \"count\": 1\r\n}}"),
        SecretKind.Part(
            "list without quotes", $"passwords: [{Password}]", $"Passwords = [{Password}, {Password}]",
            $"Settings {{ Tokens = [{Key}, {Key}], Retries = 3 }}"),
        SecretKind.Text(
            "list of yaml", $"passwords:\n  - {Password}\n  - {Password}\nhost: db",
            $"user: bob\ntokens:\n- \"{Key}\"\n- '{Key}'\nretries: 3",
            $"db:\n  apiKeys:\n    - {Key}\n    - {Key}\n"),
        SecretKind.Text(
            "value below its key", $"user: bob\npassword:\n  {Password}\nhost: db", $"pwd:\r\n    {Password}\r\n",
            $"db_password:\n{Password}\n", $"auth:\n  token:\n    {Key}\n  retries: 3", $"apiKey:\n  \"{Key}\""),
        SecretKind.Text(
            "value below its key in json", $"{{\n  \"password\":\n    \"{Password}\",\n  \"user\": \"bob\"\n}}",
            $"{{ \"token\":\r\n\t\"{Key}\" }}", $"{{\"log\":\"password:\\n  {Password}\\nhost: db\"}}"),
        SecretKind.Text(
            "value below its key in code", $"var password =\n    \"{Password}\";",
            $"string apiKey =\n        \"{Key}\";\nreturn apiKey;"),
        SecretKind.Text(
            "block of yaml", $"user: bob\npassword: >-\n  {Password}\nretries: 3",
            $"secret: |\n    {Key}\n    {Key}\nhost: db",
            $"password: >\r\n  {Password}\r\nhost: db"),
        SecretKind.Text(
            "element with lines of its own", $"<password>\n  {Password}\n</password>",
            $"<settings>\r\n  <token>\r\n    {Key}\r\n  </token>\r\n</settings>"),
    ];
}
