namespace TypedWebhookAlerts.Privacy;

/// <summary>Finds tokens that go on in the next line, as consoles and mails break them: where a line begins with what
/// is no word, directly behind a line's last.</summary>
internal static class BrokenTokens
{
    /// <summary>So few characters of a token are not recognisable.</summary>
    private const int LeastRest = 8;

    private const int LookBack = 128;

    /// <summary>Behind these it is a name, whose line this is.</summary>
    private const string AfterNames = ":=(";

    public static void Find(ref SecretSearch search)
    {
        var text = search.Text;
        if (NextBreak(text, 0, out _) < 0)
        {
            return;
        }

        using var joined = new RewrittenText(search);
        Join(text, joined);
        var inside = joined.Search(search);
        TokenSearch.Find(ref inside);
        joined.AddTo(ref search, inside.Found);
    }

    private static void Join(ReadOnlySpan<char> text, RewrittenText joined)
    {
        var next = NextBreak(text, 0, out var end);
        for (var at = 0; at < text.Length;)
        {
            if (at == next)
            {
                at = end;
                next = NextBreak(text, at, out end);
                continue;
            }

            joined.Append(text[at], at);
            at++;
        }
    }

    /// <summary>Where the next break within what may be a token begins; -1 if nowhere.</summary>
    private static int NextBreak(ReadOnlySpan<char> text, int start, out int end)
    {
        end = 0;
        for (var at = start; at < text.Length && text[at..].IndexOf('\n') is var next and >= 0; at++)
        {
            at += next;
            var last = text[start..at].TrimEnd('\r').TrimEnd('\\').Length + start;
            end = at + 1 + text[(at + 1)..].Length - text[(at + 1)..].TrimStart(" \t").Length;
            var isWithinWord = last > start && CharKinds.IsWord(text[last - 1]);
            if (isWithinWord && BeginsWithRest(text[end..]) && EndsWithToken(text[..last]))
            {
                return last;
            }
        }

        return -1;
    }

    // A word at a line's end would hide the begin of a token behind it.
    private static bool EndsWithToken(ReadOnlySpan<char> line)
    {
        line = line[Math.Max(0, line.Length - LookBack)..];
        var run = line[(line.LastIndexOfAnyExcept(CharKinds.Dotted) + 1)..];
        return Entropy.IsOdd(run) || run.IndexOfAny(SecretKinds.CutPrefixes) == 0;
    }

    private static bool BeginsWithRest(ReadOnlySpan<char> line)
    {
        var run = line[..CharKinds.EndOf(line, 0, CharKinds.Dotted)];
        var isName = run.Length < line.Length && AfterNames.Contains(line[run.Length], StringComparison.Ordinal);
        return run.Length >= LeastRest && !isName
            && (Entropy.IsOdd(run) || (run.ContainsAnyInRange('0', '9') && run.ContainsAny(CharKinds.AsciiLetters)));
    }
}
