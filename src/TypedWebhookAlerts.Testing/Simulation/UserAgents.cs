using System.Text.RegularExpressions;

namespace TypedWebhookAlerts.Testing.Simulation;

/// <summary>What Discord wants to be called by: <c>DiscordBot (url, version)</c>.</summary>
internal static partial class UserAgents
{
    public static bool IsBot(string? userAgent) => userAgent is not null && BotForm().IsMatch(userAgent);

    [GeneratedRegex(@"^DiscordBot \([^(),\s]+, ?[^(),\s]+\)", RegexOptions.CultureInvariant)]
    private static partial Regex BotForm();
}
