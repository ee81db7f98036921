namespace TypedWebhookAlerts.Tests.Privacy.Corpus;

/// <summary>What opens the big clouds.</summary>
internal static class CloudSecrets
{
    public static IEnumerable<SecretKind> All { get; } =
    [
        SecretKind.Token("aws key id", chance => chance.Pick("AK" + "IA", "AS" + "IA") + chance.Text(Alphabets.Base32,
            16)),
        SecretKind.Part("aws secret key", chance => Fragment.In(
            chance.Pick("aws_secret_access_key = <@>", "AWS_SECRET_ACCESS_KEY=<@>", "\"SecretAccessKey\": \"<@>\"",
                "secretAccessKey: <@>", "aws.secretKey=<@>", "SecretKey=<@>"),
            chance.Text(Alphabets.Base64, 40))),
        SecretKind.Part("aws session token", chance => Fragment.In(
            chance.Pick("aws_session_token = <@>", "AWS_SESSION_TOKEN=<@>", "\"SessionToken\": \"<@>\"",
                "x-amz-security-token: <@>"),
            "IQoJb3JpZ2luX2VjE" + chance.Text(Alphabets.Base64, 300) + "==")),
        SecretKind.Part("aws signed url", chance => Fragment.In(
            "https://bucket.s3.eu-west-1.amazonaws.com/report.csv?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Expires=3600"
            + "&X-Amz-SignedHeaders=host&X-Amz-Signature=<@>", chance.Text(Alphabets.Hex, 64))),
        SecretKind.Token("google api key", chance => "AI" + "za" + "Sy" + chance.Text(Alphabets.Base64Url, 33)),
        SecretKind.Token("google access token", chance
            => "ya" + "29." + chance.Pick("a0", "c.b0") + chance.Text(Alphabets.Base64Url, chance.Between(100, 200))),
        SecretKind.Token("google client secret", chance => "GOC" + "SPX-" + chance.Text(Alphabets.Base64Url, 28)),
        SecretKind.Part("google refresh token", chance => Fragment.In(
            chance.Pick("\"refresh_token\": \"<@>\"", "refresh_token=<@>"),
            "1/" + "/0" + chance.Text(Alphabets.Base64Url, 100))),
        SecretKind.Text("google service account", ServiceAccount),
        SecretKind.Part("azure storage account", chance => Fragment.In(
            $"DefaultEndpointsProtocol=https;AccountName={Words.Word(chance)};Account{"Key"}=<@>;"
                + "EndpointSuffix=core.windows.net",
            chance.Base64(64))),
        SecretKind.Part("azure shared access signature", chance => Fragment.In(
            $"https://{Words.Word(chance)}.blob.core.windows.net/reports/a.csv?sv=2024-11-04"
                + "&se=2026-12-01T00%3A00%3A00Z&sr=b&sp=r&sig=<@>",
            Uri.EscapeDataString(chance.Base64(32)))),
        SecretKind.Part("azure service bus", chance => Fragment.In(
            $"Endpoint=sb://{Words.Word(chance)}.servicebus.windows.net/;"
                + "SharedAccessKeyName=RootManageSharedAccessKey;SharedAccess" + "Key=<@>",
            chance.Base64(32))),
        SecretKind.Part("azure cosmos", chance => Fragment.In(
            $"AccountEndpoint=https://{Words.Word(chance)}.documents.azure.com:443/;Account{"Key"}=<@>;",
            chance.Base64(64))),
        SecretKind.Token("azure client secret", chance => chance.Text(Alphabets.LettersAndDigits, 3) + "8" + "Q~"
            + chance.Text(Alphabets.LettersAndDigits + "_~.-", 33) + chance.Text(Alphabets.LettersAndDigits, 1)),
        SecretKind.Part("azure function key", chance => Fragment.In(
            chance.Pick($"https://{Words.Word(chance)}.azurewebsites.net/api/run?code=<@>", "x-functions-key: <@>"),
            chance.Text(Alphabets.Base64Url, 46) + "AzFu" + chance.Text(Alphabets.LettersAndDigits, 6) + "==")),
    ];

    private static Fragment ServiceAccount(Chance chance)
    {
        var lines = Enumerable.Range(0, 6).Select(_ => chance.Text(Alphabets.Base64, 64)).ToArray();
        var label = "PRIVATE " + "KEY";
        var key = $"-----BEGIN {label}-----\\n{string.Join("\\n", lines)}\\n-----END {label}-----\\n";
        return new Fragment(
            $$"""{"type": "service_account", "project_id": "{{Words.Word(chance)}}", "private_key": "{{key}}", """
                + "\"client_email\": \"bot@shop.iam.gserviceaccount.com\"}",
            lines);
    }
}
