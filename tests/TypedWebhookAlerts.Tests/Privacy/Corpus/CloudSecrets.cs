namespace TypedWebhookAlerts.Tests.Privacy.Corpus;

/// <summary>What opens the big clouds.</summary>
internal static class CloudSecrets
{
    public static IEnumerable<SecretKind> All { get; } =
    [
        SecretKind.Token("aws key id", "AKIA<base32:16>", "ASIA<base32:16>"),
        SecretKind.Part(
            "aws secret key", "aws_secret_access_key = ‹<base64:40>›", "AWS_SECRET_ACCESS_KEY=‹<base64:40>›",
            "\"SecretAccessKey\": \"‹<base64:40>›\"", "secretAccessKey: ‹<base64:40>›", "aws.secretKey=‹<base64:40>›",
            "SecretKey=‹<base64:40>›"),
        SecretKind.Part(
            "aws session token", "aws_session_token = ‹IQoJb3JpZ2luX2VjE<base64:300>==›",
            "AWS_SESSION_TOKEN=‹IQoJb3JpZ2luX2VjE<base64:300>==›",
            "\"SessionToken\": \"‹IQoJb3JpZ2luX2VjE<base64:300>==›\"",
            "x-amz-security-token: ‹IQoJb3JpZ2luX2VjE<base64:300>==›"),
        SecretKind.Part(
            "aws signed url", "https://bucket.s3.eu-west-1.amazonaws.com/<word>.csv?X-Amz-Algorithm=AWS4-HMAC-SHA256"
                + "&X-Amz-Expires=3600&X-Amz-SignedHeaders=host&X-Amz-Signature=‹<hex:64>›"),
        SecretKind.Token("google api key", "AIzaSy<base64url:33>"),
        SecretKind.Token("google access token", "ya29.a0<base64url:100-200>", "ya29.c.b0<base64url:100-200>"),
        SecretKind.Token("google client secret", "GOCSPX-<base64url:28>"),
        SecretKind.Part(
            "google refresh token", "\"refresh_token\": \"‹1//0<base64url:100>›\"",
            "refresh_token=‹1//0<base64url:100>›"),
        new("google service account", Needs.ItsOwn, ServiceAccount),
        SecretKind.Part(
            "azure storage account",
            "DefaultEndpointsProtocol=https;AccountName=<word>;AccountKey=‹<bytes:64>›;"
                + "EndpointSuffix=core.windows.net"),
        SecretKind.Part(
            "azure shared access signature", "https://<word>.blob.core.windows.net/reports/a.csv?sv=2024-11-04"
                + "&se=2026-12-01T00%3A00%3A00Z&sr=b&sp=r&sig=‹<alnum:20>%2B<alnum:21>%3D›"),
        SecretKind.Part(
            "azure service bus",
            "Endpoint=sb://<word>.servicebus.windows.net/;SharedAccessKeyName=RootManageSharedAccessKey;"
                + "SharedAccessKey=‹<bytes:32>›"),
        SecretKind.Part(
            "azure cosmos", "AccountEndpoint=https://<word>.documents.azure.com:443/;AccountKey=‹<bytes:64>›;"),
        SecretKind.Token("azure client secret", "<alnum:3>8Q~<azure:33><alnum:1>"),
        SecretKind.Part(
            "azure function key", "https://<word>.azurewebsites.net/api/run?code=‹<base64url:46>AzFu<alnum:6>==›",
            "x-functions-key: ‹<base64url:46>AzFu<alnum:6>==›"),
    ];

    private static Fragment ServiceAccount(Chance chance)
    {
        var key = PemSecrets.Make(chance, "PRIVATE", lines: 6);
        return key with
        {
            Text = """{"type": "service_account", "project_id": "shop", "private_key": """
                + $"\"{Writing.Json(key.Text)}\\n\", \"client_email\": \"bot@shop.iam.gserviceaccount.com\"}}",
        };
    }
}
