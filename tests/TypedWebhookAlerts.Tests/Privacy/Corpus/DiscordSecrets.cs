using System.Text;

namespace TypedWebhookAlerts.Tests.Privacy.Corpus;

/// <summary>What opens Discord: tokens of bots and the URLs of webhooks.</summary>
internal static class DiscordSecrets
{
    private const string Token = "‹<base64url:68>›";

    public static IEnumerable<SecretKind> All { get; } =
    [
        new("discord bot token of 27", Needs.Nothing, chance => Bot("‹@›", chance, hmac: 27)),
        new("discord bot token of 38", Needs.Nothing, chance => Bot("‹@›", chance, hmac: 38)),
        new("discord bot authorization", Needs.Neutral, chance => Bot("Authorization: Bot ‹@›", chance, hmac: 38)),
        SecretKind.Token("discord mfa token", "mfa.<base64url:84>"),
        SecretKind.Part("discord webhook", $"https://discord.com/api/webhooks/<snowflake>/{Token}"),
        SecretKind.Part(
            "discord webhook of a version",
            $"https://discord.com/api/v6/webhooks/<snowflake>/{Token}",
            $"https://discord.com/api/v7/webhooks/<snowflake>/{Token}",
            $"https://discord.com/api/v8/webhooks/<snowflake>/{Token}",
            $"https://discord.com/api/v9/webhooks/<snowflake>/{Token}",
            $"https://discord.com/api/v10/webhooks/<snowflake>/{Token}"),
        SecretKind.Part(
            "discord webhook of another host",
            $"https://ptb.discord.com/api/webhooks/<snowflake>/{Token}",
            $"https://canary.discord.com/api/v10/webhooks/<snowflake>/{Token}",
            $"https://discordapp.com/api/webhooks/<snowflake>/{Token}",
            $"https://ptb.discordapp.com/api/v8/webhooks/<snowflake>/{Token}",
            $"https://canary.discordapp.com/api/webhooks/<snowflake>/{Token}",
            $"https://www.discord.com/api/webhooks/<snowflake>/{Token}"),
        SecretKind.Part(
            "discord webhook with a query",
            $"https://discord.com/api/webhooks/<snowflake>/{Token}?wait=true",
            $"https://discord.com/api/v10/webhooks/<snowflake>/{Token}?thread_id=<snowflake>",
            $"https://discord.com/api/v10/webhooks/<snowflake>/{Token}?wait=true&thread_id=<snowflake>"),
        SecretKind.Part(
            "discord webhook with a suffix",
            $"https://discord.com/api/webhooks/<snowflake>/{Token}/slack",
            $"https://discord.com/api/webhooks/<snowflake>/{Token}/github",
            $"https://discord.com/api/v10/webhooks/<snowflake>/{Token}/messages/<snowflake>",
            $"https://discord.com/api/v10/webhooks/<snowflake>/{Token}/messages/@original"),
        SecretKind.Part(
            "discord webhook as a path",
            $"/api/webhooks/<snowflake>/{Token}",
            $"POST /api/v10/webhooks/<snowflake>/{Token}?wait=true",
            $"discord.com/api/webhooks/<snowflake>/{Token}"),
        SecretKind.Part(
            "discord webhook in capitals",
            $"HTTPS://DISCORD.COM/api/webhooks/<snowflake>/{Token}",
            $"https://Discord.com/API/Webhooks/<snowflake>/{Token}",
            $"http://discord.com/api/webhooks/<snowflake>/{Token}"),
        new("discord interaction", Needs.Neutral, Interaction),
    ];

    /// <summary>The bot's id in base64, when it was made, and a HMAC: of 27 characters at first, of 38 today.</summary>
    /// <param name="shape">The text, with <c>@</c> where the token is.</param>
    /// <param name="chance">By which it is made.</param>
    /// <param name="hmac">The characters of the HMAC.</param>
    public static Fragment Bot(string shape, Chance chance, int hmac)
    {
        var token = $"{Base64(Filling.Snowflake(chance))}.G<base64url:5>.<base64url:{hmac}>";
        return Fragment.Of(shape.Replace("@", token, StringComparison.Ordinal), chance);
    }

    // Its token is longer than a webhook's, and good for fifteen minutes.
    private static Fragment Interaction(Chance chance)
    {
        var token = Base64(Filling.Of("interaction:<snowflake>:<alnum:114>", chance));
        var shape = chance.Pick(
            $"https://discord.com/api/v10/webhooks/<snowflake>/‹{token}›/messages/@original",
            $"/api/v10/webhooks/<snowflake>/‹{token}›",
            $"https://discord.com/api/v9/interactions/<snowflake>/‹{token}›/callback");
        return Fragment.Of(shape, chance);
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.ASCII.GetBytes(text)).TrimEnd('=');
}
