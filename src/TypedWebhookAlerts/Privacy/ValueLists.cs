using System.Buffers;

namespace TypedWebhookAlerts.Privacy;

/// <summary>Finds the secrets in a list that is a key's value: in brackets, as JSON has them, or in lines below the
/// key, as YAML does.</summary>
internal static class ValueLists
{
    /// <summary>So far a list without quotes is looked through for its end.</summary>
    private const int LongestBare = 1024;

    /// <summary>What an expression has in brackets: <c>[a-z]</c>.</summary>
    private static readonly SearchValues<string> s_ranges =
        SearchValues.Create(["a-z", "A-Z", "0-9"], StringComparison.Ordinal);

    /// <param name="search">The search.</param>
    /// <param name="start">Where the value begins.</param>
    /// <param name="strength">What the key's name says.</param>
    /// <param name="values">Finds the ends.</param>
    /// <returns>Whether there is a list.</returns>
    public static bool Find(ref SecretSearch search, int start, KeyStrength strength, ref ValueReach values)
    {
        var text = search.Text;
        if (start < values.ListsEnd)
        {
            return false;
        }

        if (text[start] == '[')
        {
            values.ListsEnd = FindInBrackets(ref search, start + 1, strength, ref values);
            return values.ListsEnd > start + 1;
        }

        if (IsItem(text, start))
        {
            values.ListsEnd = FindItems(ref search, start, strength, ref values);
            return true;
        }

        return false;
    }

    /// <summary>Where white space ends, also of text that was escaped.</summary>
    public static int SkipBlank(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length)
        {
            var slashes = text[at..].IndexOfAnyExcept('\\');
            if (slashes > 0 && text[at + slashes] is 'n' or 'r' or 't')
            {
                at += slashes + 1;
            }
            else if (slashes == 0 && char.IsWhiteSpace(text[at]))
            {
                at++;
            }
            else
            {
                break;
            }
        }

        return at;
    }

    private static int FindInBrackets(ref SecretSearch search, int start, KeyStrength strength, ref ValueReach values)
    {
        var text = search.Text;
        var bareEnd = EndOfBareList(text, start);
        for (var at = start; ;)
        {
            var item = SkipBlank(text, at);
            var mark = item < text.Length ? Redaction.MarkLength(text[item..]) : 0;
            if (item >= text.Length || (mark == 0 && text[item] is ']' or '{' or '['))
            {
                return item;
            }

            var end = mark > 0 ? item + mark : FindElement(ref search, item, bareEnd, strength, ref values);
            if (end < 0)
            {
                return at;
            }

            at = SkipBlank(text, end);
            if (at >= text.Length || text[at] != ',')
            {
                return Math.Max(at, end);
            }

            at++;
        }
    }

    private static int FindElement(
        ref SecretSearch search, int start, int bareEnd, KeyStrength strength, ref ValueReach values)
    {
        var text = search.Text;
        var quote = KeyValueSecrets.OpeningQuote(text, start);
        start += quote.Length;
        var end = quote.Length > 0 ? values.Next(text, start, quote.TrimStart("@$")) : EndOfBare(text, start, bareEnd);
        if (end < 0 && search.IsCut && quote.Length > 0)
        {
            search.Add(start, text.Length, RedactedKinds.Secret);
        }

        var value = new SecretValue(strength, IsTight: true, quote.Length > 0, IsListed: false);
        if (end > start && value.IsSecret(text[start..end]))
        {
            search.Add(start, end, RedactedKinds.Secret);
        }

        return end < 0 || (end == start && quote.Length == 0) ? -1 : end + quote.TrimStart("@$").Length;
    }

    private static int EndOfBare(ReadOnlySpan<char> text, int start, int listEnd)
        => start >= listEnd ? -1
            : text[start..listEnd].IndexOf(',') is var length and >= 0 ? start + length
            : listEnd;

    // Without quotes there may be anything in brackets, also what an expression takes.
    private static int EndOfBareList(ReadOnlySpan<char> text, int start)
    {
        var list = text[..Math.Min(text.Length, start + LongestBare)];
        for (var at = start; list[at..].IndexOfAny("]\r\n") is var next and >= 0;)
        {
            // A bracket that ends the mark of another in the list does not end the list.
            var end = at + next;
            at = Redaction.EndOfMarkOver(list, end);
            if (at == end)
            {
                return end > start && list[end] == ']' && !list[start..end].ContainsAny(s_ranges) ? end : -1;
            }
        }

        return -1;
    }

    private static int FindItems(ref SecretSearch search, int start, KeyStrength strength, ref ValueReach values)
    {
        var text = search.Text;
        var at = start;
        while (at < text.Length && IsItem(text, at))
        {
            var line = values.LineEnd(text, at);
            var item = SkipBlank(text, at + 1);
            var quote = item < line ? KeyValueSecrets.OpeningQuote(text, item) : default;
            item += quote.Length;
            var end = quote.Length > 0 ? values.Next(text, item, quote) : line;
            end = end < 0 || end > line ? line : end;
            var value = item < end ? text[item..end].TrimEnd() : default;
            if (new SecretValue(strength, true, quote.Length > 0, IsListed: false).IsSecret(value))
            {
                search.Add(item, item + value.Length, RedactedKinds.Secret);
            }

            at = SkipBlank(text, line);
        }

        return at;
    }

    /// <summary>Whether a hyphen begins an entry of a list, in a line of its own.</summary>
    private static bool IsItem(ReadOnlySpan<char> text, int at)
    {
        if (text[at] != '-' || at + 1 >= text.Length || text[at + 1] != ' ')
        {
            return false;
        }

        var before = text[Math.Max(0, at - SecretKeys.Longest)..at].TrimEnd(" \t");
        return before.EndsWith('\n') || before.EndsWith(@"\n");
    }
}
