using System.Runtime.CompilerServices;

namespace TypedWebhookAlerts.Privacy;

/// <summary>
/// Finds what words give away: a secret-like key before a value, an address with a password, the begin of a private
/// key. The words are looked for all at once; what stands around one is looked at when it is there.
/// </summary>
internal static class KeySearch
{
    private const string Scheme = "://";
    private const string PemBegin = "-----BEGIN ";
    private const string Webhooks = "webhooks";
    private const string Slack = "hooks.slack";
    private const string Teams = "IncomingWebhook";

    /// <summary>What every key that is secret-like has in it, and the other words.</summary>
    private static readonly WordSearch s_words = new(
        [
            Scheme, PemBegin, Webhooks, Slack, Teams, "7Q~", "8Q~", "9Q~", "sig=", "signature", "code=", "pass", "pwd",
            "kennwort", "contrasena", "secret", "token", "key", "cred", "auth", "cookie", "bearer ", "basic ", "sessi",
            "sess_", "connect.sid", .. ShortKeys("psk"), .. ShortKeys("pw"),
            .. CommandPasswords.Names, .. PasswordHashes.AspNetBegins, .. PasswordHashes.Begins,
        ]);

    /// <summary>Whether a text may tell that a secret comes next.</summary>
    public static bool MayTell(ReadOnlySpan<char> before)
        => s_words.IndexIn(before, 0) >= 0
            || before.EndsWith("pw", StringComparison.OrdinalIgnoreCase)
            || before.EndsWith("psk", StringComparison.OrdinalIgnoreCase);

    public static void Find(ref SecretSearch search)
    {
        // One name, number or id has nothing behind it.
        if (search.IsCut || search.Text.ContainsAnyExcept(CharKinds.Dotted))
        {
            FindWords(ref search);
        }
    }

    // So few letters are in many words; a key has a mark behind it.
    private static IEnumerable<string> ShortKeys(string name) => "=:\"'\\ >&%]".Select(mark => name + mark);

    // Within its caller's code, the compiler would no longer inline the search.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void FindWords(ref SecretSearch search)
    {
        var values = default(ValueReach);
        for (var start = 0; start < search.Text.Length;)
        {
            var next = s_words.IndexIn(search.Text, start);
            if (next < 0)
            {
                return;
            }

            start = Examine(ref search, next, ref values);
        }
    }

    /// <summary>Looks at a word.</summary>
    /// <returns>Where to look on from.</returns>
    private static int Examine(ref SecretSearch search, int start, ref ValueReach values)
    {
        var text = search.Text[start..];
        return text[0] switch
        {
            ':' => UrlPasswords.Find(ref search, start),
            '-' => PrivateKeys.Find(ref search, start),
            '7' or '8' or '9' => AzureSecrets.Find(ref search, start + 1),
            'w' or 'W'
                => WebhookAddresses.Find(
                    ref search, start, SecretPatterns.DiscordWebhook, RedactedKinds.DiscordWebhook),
            'h' or 'H'
                => WebhookAddresses.Find(ref search, start, SecretPatterns.SlackWebhook, RedactedKinds.SlackWebhook),
            'i' or 'I'
                => WebhookAddresses.Find(ref search, start, SecretPatterns.TeamsWebhook, RedactedKinds.TeamsWebhook),
            'b' or 'B' => Credentials.FindBare(ref search, start),
            'a' or 'A' when text.StartsWith("AQAAAA", StringComparison.OrdinalIgnoreCase)
                => PasswordHashes.FindOfAspNet(ref search, start),
            '$' => PasswordHashes.Find(ref search, start),
            'p' or 'P' when text.StartsWith("pbkdf2", StringComparison.OrdinalIgnoreCase)
                => PasswordHashes.Find(ref search, start),
            'c' or 'C' or 'm' or 'M' or 'r' or 'R' or 'd' or 'D' or 's' or 'S' or 'p' or 'P'
                or 'a' or 'A' or 'l' or 'L'
                when CommandPasswords.Find(ref search, start, ref values) is var command and >= 0 => command,
            _ => KeyValueSecrets.Find(ref search, start, ref values),
        };
    }
}
