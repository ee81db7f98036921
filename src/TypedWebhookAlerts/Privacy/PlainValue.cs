using System.Buffers;

namespace TypedWebhookAlerts.Privacy;

/// <summary>Tells where a value ends that has no quotes.</summary>
internal static class PlainValue
{
    /// <summary>Of a longer one only so much is read.</summary>
    public const int Longest = 4096;

    private const int LookAhead = 48;

    /// <summary>The longest way that is looked back for what stands before a key.</summary>
    private const int LookBack = 4;

    private static readonly SearchValues<char> s_listEnds =
        SearchValues.Create(";\r\n\"'<>`");

    private static readonly SearchValues<char> s_partEnds = SearchValues.Create(" \t\r\n;\"'<>`\\&");

    private const int LongestBehind = 128;

    private static readonly SearchValues<char> s_noName =
        SearchValues.Create("\r\n;\"'<>()/");

    /// <param name="text">The text.</param>
    /// <param name="key">Where its key begins.</param>
    /// <param name="start">Where the value begins.</param>
    /// <param name="isCut">Whether the text's end is missing.</param>
    /// <param name="values">Finds the ends.</param>
    /// <param name="isListed">Whether it is one of a list of keys and values, as connection strings are.</param>
    public static int EndOf(
        ReadOnlySpan<char> text, int key, int start, bool isCut, ref ValueReach values, out bool isListed)
    {
        var end = values.PlainEnd(text, start);
        var isAfter = IsAfterSemicolon(text[..key]);
        var reach = EndBehindSemicolons(text, end, isAfter, isCut);
        if (reach > end)
        {
            isListed = true;
            return reach;
        }

        isListed = isAfter
            || (end < text.Length && text[end] == ';' && IsPair(text[(end + 1)..]));
        if (isListed || HasSpaces(text, end))
        {
            var list = text[start..Math.Min(text.Length, start + 512)].IndexOfAny(s_listEnds);
            if (list >= 0 && text[start + list] == ';' && (start + list == end || IsPair(text[(start + list + 1)..])))
            {
                isListed = true;
                return start + list;
            }
        }

        return end - start > Longest ? end : start + Trim(text[start..end]).Length;
    }

    /// <summary>Where a password of a connection string ends that has semicolons itself, without the quotes that they
    /// ask for: what stands between is no pair, but one comes, or the end.</summary>
    private static int EndBehindSemicolons(ReadOnlySpan<char> text, int end, bool isListed, bool isCut)
    {
        var reach = end;
        while (reach < text.Length && reach - end < LongestBehind && text[reach] == ';' && !IsPair(text[(reach + 1)..]))
        {
            var part = text[(reach + 1)..];
            var length = part.IndexOfAny(s_partEnds) is var found and >= 0 ? found : part.Length;
            if (length == 0 || (length < part.Length && part[length] is not (';' or '"' or '\'' or '\r' or '\n')))
            {
                return end;
            }

            reach += length + 1;
        }

        var isInList = reach < text.Length ? text[reach] is ';' or '"' or '\'' : isCut;
        return isListed || isInList ? reach : end;
    }

    private static bool HasSpaces(ReadOnlySpan<char> text, int end) => end < text.Length && text[end] == ' ';

    private static bool IsAfterSemicolon(ReadOnlySpan<char> before)
    {
        var tail = before[Math.Max(0, before.Length - LookBack)..].TrimEnd(' ');
        return tail.Length > 0 && tail[^1] == ';';
    }

    /// <summary>Whether a key with an equals sign comes next.</summary>
    private static bool IsPair(ReadOnlySpan<char> text)
    {
        text = text[..Math.Min(text.Length, LookAhead)];
        var equals = text.IndexOfAny("=:");
        return equals > 0 && char.IsAsciiLetter(text.TrimStart(' ')[0]) && !text[..equals].ContainsAny(s_noName);
    }

    // What ends a sentence or the next pair of a query does not belong to it.
    private static ReadOnlySpan<char> Trim(ReadOnlySpan<char> value)
    {
        for (var at = 0; at < value.Length; at++)
        {
            var isEnd = value[at] switch
            {
                '&' => IsPair(value[(at + 1)..]) || value[at..].StartsWith("&quot") || value[at..].StartsWith("&amp"),
                ',' => at + 1 == value.Length || IsPair(value[(at + 1)..]),
                '\\' => at + 1 < value.Length && value[at + 1] is 'n' or 'r' or 't' or '"' || IsEscapedEnd(value[at..]),
                _ => false,
            };
            if (isEnd)
            {
                value = value[..at];
            }
        }

        return TrimEnd(value);
    }

    // A quote, a line's end, a tag or an ampersand as JSON escapes them; a plus, which base64 has, is escaped so, too.
    private static bool IsEscapedEnd(ReadOnlySpan<char> value)
        => value.StartsWith(@"\u00") && value.Length >= 6
            && value[4..6] is "22" or "27" or "26" or "0A" or "0a" or "0D" or "0d" or "3C" or "3c" or "3E" or "3e";

    private static ReadOnlySpan<char> TrimEnd(ReadOnlySpan<char> value)
    {
        value = value.TrimEnd(",.:?");
        while (value.Length > 0 && value[^1] is ')' or ']' or '}' && !value.ContainsAny("([{"))
        {
            value = value[..^1].TrimEnd(",.:?");
        }

        return value;
    }
}
