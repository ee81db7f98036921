namespace TypedWebhookAlerts.Tests.Privacy.Corpus;

/// <summary>What opens services that bots and shops use.</summary>
internal static class ServiceSecrets
{
    public static IEnumerable<SecretKind> All { get; } =
    [
        SecretKind.Token("slack bot token", "xoxb-<digits:12>-<digits:13>-<alnum:24>"),
        SecretKind.Token(
            "slack user token", "xoxp-<digits:12>-<digits:12>-<digits:13>-<hex:32>",
            "xoxa-<digits:12>-<digits:12>-<digits:13>-<hex:32>", "xoxs-<digits:12>-<digits:12>-<digits:13>-<hex:32>"),
        SecretKind.Token("slack app token", "xapp-1-A<upper:10>-<digits:13>-<hex:64>"),
        SecretKind.Token(
            "slack rotated token", "xoxe.xoxb-1-<alnum:146>", "xoxe.xoxp-1-<alnum:146>", "xoxe-1-<alnum:146>"),
        SecretKind.Part(
            "slack webhook", "https://hooks.slack.com/services/T<upper:10>/B<upper:10>/‹<alnum:24>›",
            "https://hooks.slack.com/workflows/T<upper:10>/A<upper:10>/<digits:18>/‹<alnum:24>›"),
        SecretKind.Part(
            "teams webhook",
            "https://<word>.webhook.office.com/webhookb2/<guid>@<guid>/IncomingWebhook/‹<hex:32>›/<guid>"),
        SecretKind.Token(
            "stripe key", "sk_live_<alnum:24>", "sk_live_<alnum:99>", "rk_live_<alnum:24>", "rk_live_<alnum:99>"),
        SecretKind.Token("stripe test key", "sk_test_<alnum:24>", "sk_test_<alnum:99>"),
        SecretKind.Token("stripe webhook secret", "whsec_<alnum:32>"),
        SecretKind.Token("openai key", "sk-<alnum:20>T3BlbkFJ<alnum:20>"),
        SecretKind.Token(
            "openai project key", "sk-proj-<base64url:74>T3BlbkFJ<base64url:74>",
            "sk-admin-<base64url:58>T3BlbkFJ<base64url:58>", "sk-svcacct-<base64url:74>T3BlbkFJ<base64url:74>"),
        SecretKind.Token("key like openai's", "sk-<alnum:48>", "sk-or-v1-<hex:64>", "sk-<hex:32>"),
        SecretKind.Token("anthropic key", "sk-ant-api03-<base64url:93>AA"),
        SecretKind.Token("twilio key", "SK<hex:32>"),
        SecretKind.Part(
            "twilio auth token", "TWILIO_AUTH_TOKEN=‹<hex:32>›", "\"authToken\": \"‹<hex:32>›\"",
            "auth_token: ‹<hex:32>›", "twilio.authToken = ‹<hex:32>›"),
        SecretKind.Token("sendgrid key", "SG.<base64url:22>.<base64url:43>"),
        SecretKind.Token("telegram token", "<digits:8-10>:AA<base64url:33>"),
        SecretKind.Part("telegram url", "https://api.telegram.org/bot‹<digits:10>:AA<base64url:33>›/sendMessage"),
        SecretKind.Token("hugging face token", "hf_<letters:34>"),
        SecretKind.Token("shopify token", "shpat_<hex:32>", "shpss_<hex:32>", "shpca_<hex:32>", "shppa_<hex:32>"),
        SecretKind.Token("digitalocean token", "dop_v1_<hex:64>", "doo_v1_<hex:64>", "dor_v1_<hex:64>"),
        SecretKind.Token("mailgun key", "key-<hex:32>"),
        SecretKind.Token("vault token", "hvs.<base64url:95>", "hvb.<base64url:140>"),
        SecretKind.Token("grafana token", "glsa_<alnum:32>_<hex:8>"),
    ];
}
