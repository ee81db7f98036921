using System.Buffers;

namespace TypedWebhookAlerts.Privacy;

/// <summary>Finds the passwords that ODBC has in braces, <c>Pwd={p;w}</c>: a closing brace in one is written twice.
/// </summary>
internal static class BracedPassword
{
    private const int Longest = 256;

    /// <summary>So far the driver is looked back for, which tells whose braces these are.</summary>
    private const int LookBack = 512;

    private static readonly SearchValues<char> s_stops = SearchValues.Create("}\r\n\"");

    private static readonly SearchValues<char> s_nameCharacters = SearchValues.Create(
        CharKinds.Letters + "0123456789_.:,-");

    /// <param name="search">The search.</param>
    /// <param name="key">Where the key begins.</param>
    /// <param name="start">Where its value does.</param>
    /// <returns>Where to look on from; -1 if there is none.</returns>
    public static int Find(ref SecretSearch search, int key, int start)
    {
        var text = search.Text;
        if (text[start] != '{' || text[start..].StartsWith("{{") || !text[..start].TrimEnd(' ').EndsWith('='))
        {
            return -1;
        }

        var end = EndOf(text, start + 1);
        var isOpen = end < 0 && search.IsCut && text.Length - start < Longest;
        if (end < 0 && !isOpen)
        {
            return -1;
        }

        end = isOpen ? text.Length : end;
        if (!IsPassword(text[(start + 1)..end], text[Math.Max(0, key - LookBack)..key]))
        {
            return -1;
        }

        search.Add(start + 1, end, RedactedKinds.ConnectionString);
        return end;
    }

    private static int EndOf(ReadOnlySpan<char> text, int start)
    {
        text = text[..Math.Min(text.Length, start + Longest)];
        for (var at = start; text[at..].IndexOfAny(s_stops) is var next and >= 0;)
        {
            at += next;
            if (text[at] != '}')
            {
                return -1;
            }

            if (at + 1 >= text.Length || text[at + 1] != '}')
            {
                return at;
            }

            at += 2;
        }

        return -1;
    }

    // A template's hole has a name in it, and nothing else.
    private static bool IsPassword(ReadOnlySpan<char> value, ReadOnlySpan<char> before)
    {
        var isOdbc = before.Contains("driver=", StringComparison.OrdinalIgnoreCase);
        var isListed = isOdbc || before.TrimEnd(' ').EndsWith(';');
        return !Placeholder.IsOne(value)
            && (isOdbc || value.ContainsAnyExcept(s_nameCharacters))
            && (isListed || !value.ContainsAny(" :"));
    }
}
