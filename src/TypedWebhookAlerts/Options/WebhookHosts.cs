using System.Text;

namespace TypedWebhookAlerts;

/// <summary>The hosts that a webhook may have: Discord's, and those that the options trust.</summary>
/// <param name="trusted">The trusted ones, as <c>host</c> or <c>host:port</c>.</param>
internal sealed class WebhookHosts(IEnumerable<string?> trusted)
{
    // Exactly these: a name that merely ends in one of them belongs to somebody else.
    private static readonly string[] s_discord =
        ["discord.com", "ptb.discord.com", "canary.discord.com", "discordapp.com"];

    private readonly string[] _trusted = [.. trusted.OfType<string>().Select(host => host.Trim())];

    /// <summary>Discord's alone.</summary>
    public static WebhookHosts Discord { get; } = new([]);

    /// <summary>Whether an address names a host of Discord's, at the usual port.</summary>
    public static bool IsDiscord(Uri address) => address.IsDefaultPort && IsDiscordAtAnyPort(address);

    /// <summary>Whether an address names a host of Discord's, where nothing of Discord's may answer.</summary>
    public static bool IsDiscordAtAnyPort(Uri address)
        => s_discord.Any(host => Ascii.EqualsIgnoreCase(host, address.Host));

    /// <summary>Whether a text can be a trusted host: whether there are addresses that name it.</summary>
    public static bool CanBe(string text)
        => !text.Contains('*', StringComparison.Ordinal)
            && Uri.TryCreate($"https://{text}/", UriKind.Absolute, out var address)
            && (Is(text, address.Host) || Is(text, $"{address.Host}:{address.Port}"));

    /// <summary>Whether an address names a host that the options trust, at its port.</summary>
    public bool IsTrusted(Uri address) => _trusted.Any(host => IsHost(host, address));

    /// <summary>Whether an address may be posted to.</summary>
    public bool Allow(Uri address) => IsDiscord(address) || IsTrusted(address);

    private static bool IsHost(string trusted, Uri address)
        => Is(trusted, $"{address.Host}:{address.Port}") || (address.IsDefaultPort && Is(trusted, address.Host));

    private static bool Is(string trusted, string host)
        => string.Equals(trusted, host, StringComparison.OrdinalIgnoreCase);
}
