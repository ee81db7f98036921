namespace TypedWebhookAlerts.Privacy;

/// <summary>Finds the credentials of HTTP: what follows <c>Bearer</c> or another scheme, in a header or
/// alone.</summary>
internal static class Credentials
{
    private const int LeastBare = 12;

    /// <summary>So far the first name of the parts of a credential is looked for.</summary>
    private const int LongestName = 256;

    /// <summary>What is longer needs no closer look.</summary>
    private const int LongestShort = 64;

    private static readonly string[] s_schemes =
    [
        "Bearer", "Basic", "Bot", "Token", "ApiKey", "Api-Key", "Negotiate", "NTLM", "Key", "JWT", "OAuth", "SharedKey",
        "SharedKeyLite", "SharedAccessSignature", "GoogleLogin", "DPoP", "PRIVATE-TOKEN", "Splunk", "GenieKey", "SSWS",
    ];

    /// <summary>Those whose credentials have parts with names.</summary>
    private static readonly string[] s_schemesWithParts = ["Digest", "AWS4-HMAC-SHA256", "Hawk", "Signature", "HMAC"];

    /// <summary>Looks at a scheme that stands without its header.</summary>
    /// <returns>Where to look on from.</returns>
    public static int FindBare(ref SecretSearch search, int start)
    {
        var text = search.Text;
        var value = start + (text[start..].StartsWith("bearer", StringComparison.OrdinalIgnoreCase) ? 7 : 6);
        var end = CharKinds.EndOf(text, value, CharKinds.Credential);
        end = value + text[value..end].TrimEnd(".:?!,").Length;
        var least = search.IsCut && end == text.Length ? 1 : LeastBare;
        if (Boundary.Precedes(text, start) && IsCredential(text[value..end], least))
        {
            search.Add(value, end, RedactedKinds.Authorization);
            return end;
        }

        return value;
    }

    /// <summary>The part of a header's value that is secret.</summary>
    public static (int Start, int End) InHeader(ref SecretSearch search, int start, int end)
    {
        var text = search.Text;
        var isOpen = search.IsCut && end == text.Length;
        var value = text[start..end];
        foreach (var scheme in s_schemesWithParts)
        {
            if (value.StartsWith(scheme, StringComparison.OrdinalIgnoreCase) && value.Length > scheme.Length
                && value[scheme.Length] is ' ')
            {
                var first = value[..Math.Min(value.Length, LongestName)];
                return isOpen || first.Contains('=') ? (start + scheme.Length + 1, end) : default;
            }
        }

        foreach (var scheme in s_schemes)
        {
            if (value.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)
                && SpaceLength(value[scheme.Length..]) is var space and > 0)
            {
                start += scheme.Length + space;
                break;
            }
        }

        // What follows in the line may be other words.
        var length = text[start..end].IndexOfAny(" \t,;");
        end = length < 0 ? end : start + length;
        return (isOpen && end == text.Length) || IsCredential(text[start..end], least: 4) ? (start, end) : default;
    }

    private static int SpaceLength(ReadOnlySpan<char> text)
        => text.Length > 0 && text[0] is ' ' or '+' or '\t' ? 1
            : text.StartsWith("%20") ? 3
            : 0;

    // A word of small letters is a word: "Bearer authentication", "Authorization: failed".
    private static bool IsCredential(ReadOnlySpan<char> value, int least)
        => IsUserAndPassword(value)
            || (value.Length >= least && IsNoWord(value, least));

    /// <summary>Whether this is what the scheme Basic has, however short: a colon in it, in base64.</summary>
    private static bool IsUserAndPassword(ReadOnlySpan<char> value)
    {
        Span<byte> bytes = stackalloc byte[LongestShort];
        return value.Length is >= 4 and <= LongestShort
            && Convert.TryFromBase64Chars(value, bytes, out var length)
            && bytes[..length].Contains((byte)':')
            && !bytes[..length].ContainsAnyExceptInRange((byte)' ', (byte)'~');
    }

    private static bool IsNoWord(ReadOnlySpan<char> value, int least)
        => !Placeholder.IsOne(value)
            && (value.ContainsAnyInRange('0', '9') || Entropy.IsRandom(value, least) || value.EndsWith("=")
                || (value.Length >= 6 && value[1..].ContainsAnyInRange('A', 'Z') && value.ContainsAnyInRange('a', 'z'))
                || value.Length >= 24);
}
