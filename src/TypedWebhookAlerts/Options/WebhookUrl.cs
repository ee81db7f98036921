using System.Globalization;
using System.Net;

namespace TypedWebhookAlerts;

/// <summary>
/// A webhook's checked address. The address is a secret: whoever has it can post; so it prints as
/// <c>discord:&lt;id&gt;/***</c>, and only the sender asks it for addresses to dial.
/// </summary>
internal sealed class WebhookUrl
{
    /// <summary>So many of the token's characters in a row are no chance.</summary>
    private const int Telling = 12;

    private const string HostOnly =
        "must have neither user information nor a fragment, and its host as it is, without a port unless that is a "
        + "trusted host's";

    private readonly string _base;
    private readonly string _token;
    private readonly string _thread;

    private WebhookUrl(string address, ulong id, string token, ulong? threadId)
    {
        _base = address;
        _token = token;
        Id = id;
        ThreadId = threadId;
        Webhook = $"{id}/{token}";
        Identity = $"{Webhook}/{threadId}";
        _thread = threadId is null
            ? string.Empty
            : string.Create(CultureInfo.InvariantCulture, $"thread_id={threadId}");
    }

    public ulong Id { get; }

    /// <summary>The thread that messages go to; null for the channel itself.</summary>
    public ulong? ThreadId { get; }

    /// <summary>What makes two addresses one webhook, in whatever thread. Secret too.</summary>
    public string Webhook { get; }

    /// <summary>What makes two addresses one webhook, in one thread. Secret too.</summary>
    public string Identity { get; }

    /// <summary>Where messages are posted. Discord answers with the message, so that delivered means seen.</summary>
    public Uri Execute => new(_thread.Length == 0 ? $"{_base}?wait=true" : $"{_base}?wait=true&{_thread}");

    /// <summary>Where the webhook tells its name and channel.</summary>
    public Uri Information => new(_base);

    /// <summary>Checks an address.</summary>
    /// <param name="text">The address.</param>
    /// <param name="trustedHosts">Other hosts than Discord's.</param>
    /// <param name="url">The webhook.</param>
    /// <returns>What is wrong, in words that do not repeat the address; null when nothing is.</returns>
    public static string? TryParse(string text, IEnumerable<string> trustedHosts, out WebhookUrl? url)
    {
        url = null;
        text = text.Trim();
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Host.Length == 0)
        {
            return "is not an absolute address";
        }

        if (ProblemOfHost(uri, new WebhookHosts(trustedHosts)) is { } problem)
        {
            return problem;
        }

        if (!NamesItsHostOnly(text, uri) || text.Contains('#', StringComparison.Ordinal))
        {
            return HostOnly;
        }

        if (!TryReadPath(uri.AbsolutePath, out var id, out var token))
        {
            return "must have the path /api/webhooks/{id}/{token}";
        }

        if (!TryReadThread(uri.Query, out var threadId))
        {
            return "may have no other query than thread_id={digits}";
        }

        url = new WebhookUrl(uri.GetLeftPart(UriPartial.Path).TrimEnd('/'), id, token, threadId);
        return null;
    }

    /// <summary>The same webhook with its messages in a thread.</summary>
    public WebhookUrl InThread(ulong threadId) => new(_base, Id, _token, threadId);

    /// <summary>Where a message of this webhook is edited.</summary>
    /// <param name="messageId">The message's id, digits.</param>
    public Uri Message(string messageId)
        => new(_thread.Length == 0 ? $"{_base}/messages/{messageId}" : $"{_base}/messages/{messageId}?{_thread}");

    /// <summary>Whether a text that came from elsewhere repeats the token, or much of it.</summary>
    public bool IsToldBy(string? text)
    {
        for (var at = 0; at <= text?.Length - Telling; at++)
        {
            if (_token.AsSpan().Contains(text.AsSpan(at, Telling), StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"discord:{Id}/***");

    private static string? ProblemOfHost(Uri uri, WebhookHosts hosts)
    {
        if (!hosts.Allow(uri))
        {
            return WebhookHosts.IsDiscordAtAnyPort(uri)
                ? HostOnly
                : $"names neither a Discord host nor one of TrustedHosts (or {WebhookVariables.TrustedHosts})";
        }

        if (uri.Scheme == Uri.UriSchemeHttps
            || (uri.Scheme == Uri.UriSchemeHttp && hosts.IsTrusted(uri) && IsLoopback(uri)))
        {
            return null;
        }

        return "must begin with https:// (plain http is for trusted loopback hosts only)";
    }

    /// <summary>Whether the text has the very host that was read from it, and nothing else before the path: no
    /// <c>user@</c> (be it empty), no number in place of an address, no port that says nothing.</summary>
    private static bool NamesItsHostOnly(string text, Uri uri)
    {
        var authority = text.AsSpan(text.IndexOf("://", StringComparison.Ordinal) + "://".Length);
        authority = authority[..(authority.IndexOfAny('/', '?', '#') is >= 0 and var end ? end : authority.Length)];
        return authority.Equals(uri.Host, StringComparison.OrdinalIgnoreCase)
            || (!WebhookHosts.IsDiscord(uri)
                && authority.Equals($"{uri.Host}:{uri.Port}", StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsLoopback(Uri uri)
        => uri.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(uri.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    private static bool TryReadPath(string path, out ulong id, out string token)
    {
        id = 0;
        token = string.Empty;
        var parts = path.TrimEnd('/').Split('/')[1..];
        if (parts is not ["api", .. var rest])
        {
            return false;
        }

        rest = rest is [['v', .. var version], ..] && IsDigits(version) ? rest[1..] : rest;
        if (rest is not ["webhooks", { Length: <= 20 } digits, { Length: > 0 } secret] || !IsDigits(digits))
        {
            return false;
        }

        token = secret;
        return secret.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')
            && ulong.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out id);
    }

    private static bool TryReadThread(string query, out ulong? threadId)
    {
        const string Prefix = "?thread_id=";
        threadId = null;
        if (query.Length == 0)
        {
            return true;
        }

        var isRead = ulong.TryParse(
            query.StartsWith(Prefix, StringComparison.Ordinal) ? query.AsSpan(Prefix.Length) : default,
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var id);
        threadId = id;
        return isRead;
    }

    private static bool IsDigits(string text) => text.Length > 0 && text.All(char.IsAsciiDigit);
}
