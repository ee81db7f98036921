using System.Text;

namespace TypedWebhookAlerts.Tests.Privacy.Corpus;

/// <summary>What opens Discord: tokens of bots and the URLs of webhooks.</summary>
internal static class DiscordSecrets
{
    /// <summary>The length of a webhook's token.</summary>
    private const int WebhookTokenLength = 68;

    private static readonly string[] s_hosts =
    [
        "ptb.discord.com", "canary.discord.com", "discordapp.com", "ptb.discordapp.com", "canary.discordapp.com",
        "www.discord.com",
    ];

    public static IEnumerable<SecretKind> All { get; } =
    [
        SecretKind.Token("discord bot token of 27", chance => BotToken(chance, 27)),
        SecretKind.Token("discord bot token of 38", chance => BotToken(chance, 38)),
        SecretKind.Token("discord mfa token", chance => "mfa" + "." + chance.Text(Alphabets.Base64Url, 84)),
        SecretKind.Part("discord bot authorization", chance => Fragment.In("Authorization: Bot <@>", BotToken(chance,
            38))),
        SecretKind.Part("discord webhook", chance => Webhook("https://discord.com/api/webhooks/#/<@>", chance)),
        SecretKind.Part("discord webhook of a version", chance => Webhook(
            $"https://discord.com/api/v{chance.Between(6, 11)}/webhooks/#/<@>", chance)),
        SecretKind.Part("discord webhook of another host", chance => Webhook(
            $"https://{chance.Pick<string>(s_hosts)}/api{chance.Pick("", "/v8", "/v10")}/webhooks/#/<@>", chance)),
        SecretKind.Part("discord webhook with a query", chance => Webhook(
            $"https://discord.com/api/v10/webhooks/#/<@>?{chance.Pick("wait=true", "thread_id=" + Words.Snowflake(chance),
                "wait=true&thread_id=" + Words.Snowflake(chance), "with_components=true")}", chance)),
        SecretKind.Part("discord webhook with a suffix", chance => Webhook(
            "https://discord.com/api/webhooks/#/<@>/" + chance.Pick("slack", "github", "messages/" + Words.Snowflake(chance),
                "messages/@original"), chance)),
        SecretKind.Part("discord webhook as a path", chance => Webhook(
            chance.Pick("/api/webhooks/#/<@>", "POST /api/v10/webhooks/#/<@>?wait=true", "discord.com/api/webhooks/#/<@>"),
            chance)),
        SecretKind.Part("discord webhook in capitals", chance => Webhook(
            chance.Pick("HTTPS://DISCORD.COM/api/webhooks/#/<@>", "https://Discord.com/API/Webhooks/#/<@>",
                "http://discord.com/api/webhooks/#/<@>"),
            chance)),
        SecretKind.Part("discord interaction", chance => Webhook(
            chance.Pick("https://discord.com/api/v10/webhooks/#/<@>/messages/@original", "/api/v10/webhooks/#/<@>",
                "https://discord.com/api/v9/interactions/#/<@>/callback"),
            chance,
            InteractionToken(chance))),
    ];

    // The bot's id in base64, when it was made, and a HMAC: of 27 characters at first, of 38 today.
    public static string BotToken(Chance chance, int hmac)
    {
        var id = Convert.ToBase64String(Encoding.ASCII.GetBytes(chance.Digits(chance.Between(17, 20)))).TrimEnd('=');
        return id + "." + "G" + chance.Text(Alphabets.Base64Url, 5) + "." + chance.Text(Alphabets.Base64Url, hmac);
    }

    public static string WebhookToken(Chance chance) => chance.Text(Alphabets.Base64Url, WebhookTokenLength);

    // Longer than a webhook's, and good for fifteen minutes.
    private static string InteractionToken(Chance chance) => Convert.ToBase64String(Encoding.ASCII.GetBytes(
        $"interaction:{Words.Snowflake(chance)}:{chance.Text(Alphabets.LettersAndDigits, 114)}")).TrimEnd('=');

    private static Fragment Webhook(string shape, Chance chance) => Webhook(shape, chance, WebhookToken(chance));

    private static Fragment Webhook(string shape, Chance chance, string token)
        => Fragment.In(shape.Replace("#", Words.Snowflake(chance), StringComparison.Ordinal), token);
}
