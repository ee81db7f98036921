namespace TypedWebhookAlerts;

/// <summary>The names of what is redacted, as the text shows them and <see cref="RedactionOptions.Except"/> takes
/// them.</summary>
internal static class RedactedKinds
{
    public const string DiscordToken = "discord-token";
    public const string DiscordWebhook = "discord-webhook";
    public const string GitHubToken = "github-token";
    public const string GitLabToken = "gitlab-token";
    public const string SlackToken = "slack-token";
    public const string SlackWebhook = "slack-webhook";
    public const string TeamsWebhook = "teams-webhook";
    public const string AwsKey = "aws-key";
    public const string GoogleKey = "google-key";
    public const string AzureKey = "azure-key";
    public const string StripeKey = "stripe-key";
    public const string OpenAIKey = "openai-key";
    public const string AnthropicKey = "anthropic-key";
    public const string NpmToken = "npm-token";
    public const string NuGetKey = "nuget-key";
    public const string TwilioKey = "twilio-key";
    public const string SendGridKey = "sendgrid-key";
    public const string TelegramToken = "telegram-token";

    /// <summary>Keys of many other services that can be told by how they begin.</summary>
    public const string ApiKey = "api-key";

    public const string Jwt = "jwt";
    public const string PrivateKey = "private-key";

    /// <summary>The hash of a password, as <c>bcrypt</c> and <c>argon2</c> write it.</summary>
    public const string PasswordHash = "password-hash";

    public const string Authorization = "authorization";
    public const string Cookie = "cookie";
    public const string UrlPassword = "url-password";
    public const string ConnectionString = "connection-string";

    /// <summary>The value of a key that is named like a secret's.</summary>
    public const string Secret = "secret";

    public const string Email = "email";
    public const string IPAddress = "ip-address";
    public const string Telephone = "telephone";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        DiscordToken, DiscordWebhook, GitHubToken, GitLabToken, SlackToken, SlackWebhook, TeamsWebhook, AwsKey,
        GoogleKey, AzureKey, StripeKey, OpenAIKey, AnthropicKey, NpmToken, NuGetKey, TwilioKey, SendGridKey,
        TelegramToken, ApiKey, Jwt, PrivateKey, PasswordHash, Authorization, Cookie, UrlPassword, ConnectionString,
        Secret, Email, IPAddress, Telephone,
    ];
}
