using System.Buffers;

namespace TypedWebhookAlerts.Privacy;

/// <summary>
/// Finds tokens and keys that are known by their look. All have a long run of letters, digits, hyphens and underscores,
/// which is quickly looked for: no step is made within what is shorter.
/// </summary>
internal static class TokenSearch
{
    /// <summary>No token's longest run is shorter.</summary>
    private const int ShortestRun = 20;

    /// <summary>The longest part of a token that stands before its long run: <c>123456789012%3A</c>.</summary>
    private const int LongestHead = 20;

    /// <summary>What a bot's token has behind its first dot, at least.</summary>
    private const int LeastTail = 34;

    /// <summary>What a JWT has behind its first dot, at least.</summary>
    private const int LeastClaims = 8;

    private static readonly SearchValues<string> s_mayBeLetters = SearchValues.Create(
        ["AKIA", "ASIA", "AIza", "eyJ", "SG."], StringComparison.Ordinal);

    /// <summary>Those of a GUID, of a hash, of an id of a trace: no prefix and no begin of a token is of these alone.
    /// </summary>
    private static readonly SearchValues<char> s_hex = SearchValues.Create("0123456789abcdef-");

    private static readonly SearchValues<char> s_openings = SearchValues.Create(" \t\r\n\"'([{<,");

    public static void Find(ref SecretSearch search)
    {
        var text = search.Text;
        var (start, known) = (0, -1);
        for (var probe = ShortestRun - 1; probe < text.Length; probe = start + ShortestRun - 1)
        {
            // Back to what is no character of a run, or to what is known to be of this one.
            var at = probe;
            while (at > known && CharKinds.IsWord(text[at]))
            {
                at--;
            }

            if (at > known)
            {
                (start, known) = (at + 1, probe);
                continue;
            }

            start = Examine(ref search, start, CharKinds.EndOf(text, probe + 1, CharKinds.Word)) + 1;
            known = start - 1;
        }
    }

    /// <summary>Looks at a long run.</summary>
    /// <returns>Where to look on from; a character there is none of a run's.</returns>
    private static int Examine(ref SecretSearch search, int start, int end)
    {
        var text = search.Text;
        var run = text[start..end];
        if ((BeginsWord(text, start) && !run.ContainsAnyExcept(s_hex))
            || (char.IsAsciiLetter(run[^1]) && !run.ContainsAnyExcept(CharKinds.AsciiLetters)
                && !MayBeLettersOnly(text, start, end)))
        {
            return end;
        }

        var reached = FindPrefixed(ref search, Math.Max(0, start - LongestHead), end);
        reached = Math.Max(reached, FindJwt(ref search, start, end));
        reached = Math.Max(reached, FindDiscordToken(ref search, start, end));
        reached = Math.Max(reached, FindTelegramToken(ref search, start));
        return Math.Max(end, reached);
    }

    // Names of types and methods are long runs of letters; so may be, once in many, these.
    private static bool MayBeLettersOnly(ReadOnlySpan<char> text, int start, int end)
        => (end < text.Length && text[end] == '.' && text[start..end].ContainsAny('M', 'N', 'O'))
            || (start > 1 && text[start - 1] == ':' && char.IsAsciiDigit(text[start - 2]))
            || text[Math.Max(0, start - 3)..end].ContainsAny(s_mayBeLetters);

    // Ids are long runs of digits in base 16; so are secrets, but for what stands before them.
    private static bool BeginsWord(ReadOnlySpan<char> text, int start)
        => start == 0 || s_openings.Contains(text[start - 1]);

    private static int FindPrefixed(ref SecretSearch search, int start, int end)
    {
        var text = search.Text;
        while (start < end)
        {
            var next = SecretKinds.IndexOfBegin(text[start..end]);
            if (next < 0)
            {
                break;
            }

            start += next;
            var found = SecretKinds.EndOf(text, start, out var name);
            if (found >= 0)
            {
                search.Add(start, found, name);
            }

            start = Math.Max(start + 1, found);
        }

        return start;
    }

    private static int FindJwt(ref SecretSearch search, int start, int end)
    {
        var text = search.Text;
        var place = text[start..end].IndexOf("eyJ");
        if (place < 0 || !SecretPatterns.Jwt.IsMatch(text[(start + place)..]))
        {
            return 0;
        }

        // A header and a claim set at least; JSON in base64 alone is a cursor or the like.
        var isToken = end < text.Length && text[end] == '.'
            && CharKinds.EndOf(text, end + 1, CharKinds.Word) - end - 1 >= LeastClaims;
        if (!isToken)
        {
            return 0;
        }

        start += place;
        search.Add(start, CharKinds.EndOfToken(text, start, CharKinds.Dotted), RedactedKinds.Jwt);
        return CharKinds.EndOf(text, start, CharKinds.Dotted);
    }

    private static int FindDiscordToken(ref SecretSearch search, int start, int end)
    {
        var text = search.Text;
        if (end >= text.Length || text[end] != '.')
        {
            return 0;
        }

        start += text[start..end].IndexOfAny('M', 'N', 'O') is var first and >= 0 ? first : 0;
        var isMixed = Entropy.IsMixed(text[start..end])
            || Entropy.IsMixed(text[(end + 1)..Math.Min(text.Length, end + LeastTail)]);
        if (!isMixed || !SecretPatterns.DiscordToken.IsMatch(text[start..]))
        {
            return 0;
        }

        var reach = CharKinds.EndOfToken(text, start, CharKinds.Dotted);
        search.Add(start, reach, RedactedKinds.DiscordToken);
        return reach;
    }

    private static int FindTelegramToken(ref SecretSearch search, int start)
    {
        var text = search.Text;
        var separator = start >= 1 && text[start - 1] is ':' or '%' ? start - 1 : -1;
        var digits = separator;
        while (digits > 0 && separator - digits < LongestHead && char.IsAsciiDigit(text[digits - 1]))
        {
            digits--;
        }

        if (separator <= 0 || !SecretPatterns.TelegramToken.IsMatch(text[digits..]))
        {
            return 0;
        }

        var reach = CharKinds.EndOf(text, start, CharKinds.Word);
        search.Add(digits, reach, RedactedKinds.TelegramToken);
        return reach;
    }
}
