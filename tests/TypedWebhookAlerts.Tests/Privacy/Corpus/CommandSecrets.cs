namespace TypedWebhookAlerts.Tests.Privacy.Corpus;

/// <summary>Passwords that are typed into a shell.</summary>
internal static class CommandSecrets
{
    private const string Password = "‹<any-password>›";

    public static IEnumerable<SecretKind> All { get; } =
    [
        SecretKind.Part(
            "curl with a user", $"curl -u bob:{Password} https://<host>/v1/<word>",
            $"curl -s --user bob:{Password} <host>",
            $"curl -sS -X POST -ubob:{Password} https://<host>/", $"curl --proxy-user=bob:{Password} -I <host>",
            $"curl --oauth2-bearer ‹<base64url:40>› https://<host>"),
        SecretKind.Text(
            "curl with a user in quotes", $"curl -u 'bob:{Password}' https://<host>",
            $"curl -u \"bob:{Password}\" <host>",
            $"exit code 22: `curl -u bob:{Password} https://<host>`"),
        SecretKind.Part(
            "mysql with a password", $"mysql -u root -p{Password} shop",
            $"mysqldump -h <host> -uroot -p{Password} shop",
            $"/usr/bin/mariadb -p{Password} -e status"),
        SecretKind.Part(
            "command with a password", $"sshpass -p {Password} ssh bob@<host>",
            $"sshpass -p{Password} scp a bob@<host>:b",
            $"redis-cli -h <host> -a {Password} ping", $"docker login -u bob -p {Password} registry.example.com",
            $"mongosh -u app -p {Password} <host>/shop", $"sqlcmd -S <host> -U sa -P {Password} -Q 1",
            $"plink -pw {Password} bob@<host>"),
    ];
}
