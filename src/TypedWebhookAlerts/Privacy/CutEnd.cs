namespace TypedWebhookAlerts.Privacy;

/// <summary>Takes what may be the begin of a secret from the end of a text that was cut there.</summary>
internal static class CutEnd
{
    /// <summary>So few characters tell nothing.</summary>
    private const int Telling = 6;

    /// <summary>What an address has before the token in it.</summary>
    private static readonly string[] s_places = ["webhooks", "services", "workflows", "triggers", "IncomingWebhook"];

    public static void Find(ref SecretSearch search)
    {
        var text = search.Text;
        if (search.IsFoundAtEnd)
        {
            return;
        }

        var start = text.LastIndexOfAnyExcept(CharKinds.Credential) + 1;
        var begin = Address(text, start) is var address and >= 0 ? address
            : Prefix(text, start) is var prefix and >= 0 ? prefix
            : Run(text);
        search.Add(begin, text.Length, RedactedKinds.Secret);
    }

    private static int Address(ReadOnlySpan<char> text, int start)
    {
        foreach (var place in s_places)
        {
            var at = text[start..].LastIndexOf(place, StringComparison.OrdinalIgnoreCase);
            var rest = at < 0 ? default : text[(start + at + place.Length)..];
            if (rest.Length > 0 && rest[0] is '/' or '\\' or '%' or '&')
            {
                // The id may stay, the token may not.
                var id = place == s_places[0] ? EndOfId(rest) : 1;
                return text.Length - rest.Length + id;
            }
        }

        return -1;
    }

    private static int EndOfId(ReadOnlySpan<char> rest)
    {
        var start = rest.IndexOfAnyInRange('0', '9');
        if (start is < 1 or > 5)
        {
            return 1;
        }

        var length = rest[start..].IndexOfAnyExceptInRange('0', '9');
        return length < 0 ? rest.Length : start + length;
    }

    private static int Prefix(ReadOnlySpan<char> text, int start)
    {
        while (start < text.Length)
        {
            var next = text[start..].IndexOfAny(SecretKinds.CutPrefixes);
            if (next < 0)
            {
                return -1;
            }

            start += next;
            if (Boundary.Precedes(text, start) && text.Length - start > Telling
                && CharKinds.EndOf(text, start, CharKinds.Credential) == text.Length)
            {
                return start;
            }

            start++;
        }

        return -1;
    }

    /// <summary>What has no prefix, such as a bot's token, looks as no word does.</summary>
    private static int Run(ReadOnlySpan<char> text)
    {
        var start = text.LastIndexOfAnyExcept(CharKinds.Dotted) + 1;
        var run = text[start..];
        return run.Length > Telling && (Entropy.IsOdd(run) || FollowsBotId(text[..start])) ? start : text.Length;
    }

    /// <summary>Telegram's bots have their number before a colon and their key.</summary>
    private static bool FollowsBotId(ReadOnlySpan<char> before)
        => before is [.. var id, ':'] && id.Length - 1 - id.LastIndexOfAnyExceptInRange('0', '9') is >= 8 and <= 10;
}
