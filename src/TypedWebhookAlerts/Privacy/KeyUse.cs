using System.Text.RegularExpressions;

namespace TypedWebhookAlerts.Privacy;

/// <summary>How a value stands behind its key.</summary>
/// <param name="Start">Where the value begins, with its quote if it has one.</param>
/// <param name="IsTight">Whether this is an assignment beyond doubt: <c>key=value</c> and not <c>key: a
/// sentence</c>.</param>
/// <param name="ClosingText">What ends it whatever it is; empty if nothing does.</param>
internal readonly record struct KeyUse(int Start, bool IsTight, string ClosingText = "")
{
    /// <summary>What indents the key of a block of lines, in characters; -1 if the value is none.</summary>
    public int BlockIndent { get; init; } = -1;

    /// <summary>Whether an arrow stands between them.</summary>
    public bool IsArrow { get; init; }

    /// <summary>Nothing stands behind the key.</summary>
    public static KeyUse None { get; } = new(-1, false);

    /// <summary>Reads what stands behind a name.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the name begins.</param>
    /// <param name="end">Where it ends.</param>
    public static KeyUse Of(ReadOnlySpan<char> text, int start, int end)
    {
        var rest = text[end..];
        if (rest.IsEmpty || !MayFollow(rest))
        {
            return None;
        }

        var before = start > 0 ? text[start - 1] : '\0';
        if (rest[0] == '>')
        {
            return before is '<' or ':' ? new KeyUse(end + 1, true, "<") : None;
        }

        if (EscapedTag(text[..start], rest) is { } tag)
        {
            return new KeyUse(end + tag.Opened.Length, true, tag.Closing);
        }

        if (Length(KeyPatterns.NamedValue, rest) is var named and > 0)
        {
            return new KeyUse(end + named, true);
        }

        if (Length(KeyPatterns.Separator, rest) is var separator and > 0)
        {
            return OfSeparator(text, start, end, rest[..separator]);
        }

        return OfLooser(rest, before, end, IsFlag(text, start));
    }

    private static KeyUse OfSeparator(ReadOnlySpan<char> text, int start, int end, ReadOnlySpan<char> separator)
    {
        var value = end + separator.Length;
        var isSpaced = separator[^1] is ' ' or '\t';
        var isQuoted = separator[0] is '"' or '\'' or '\\' or '&' or '%' or '`' or ']';
        if (Length(KeyPatterns.NextLine, text[value..]) is var next and > 0)
        {
            return LinesBelow.UseOf(text, start, value, value + next, isQuoted || separator.Contains('='));
        }

        // What an arrow leads to is mostly no value, but the next step.
        var isArrow = separator.ContainsAny("-\u2192\u21D2") || separator.Contains("2192", StringComparison.Ordinal);
        var isAssigned = !isSpaced || separator.Contains('=') || IsAloneInLine(text, start, value);
        var isTight = isQuoted || (isAssigned && !isArrow);
        return new KeyUse(value, isTight) { IsArrow = isArrow };
    }

    private static KeyUse OfLooser(ReadOnlySpan<char> rest, char before, int end, bool isFlag)
    {
        if (isFlag && Length(KeyPatterns.FlagSeparator, rest) is var flag and > 0 && !rest[flag..].StartsWith("--"))
        {
            return new KeyUse(end + flag, true);
        }

        if (Length(KeyPatterns.FormPart, rest) is var form and > 0)
        {
            return new KeyUse(end + form, true);
        }

        if (before is '[' or '(' or '"' or '\'' && Length(KeyPatterns.PairSeparator, rest) is var pair and > 0
            && !KeyPatterns.NextKey.IsMatch(rest[pair..]))
        {
            return new KeyUse(end + pair, true, before == '[' ? "]" : string.Empty);
        }

        return Length(KeyPatterns.QuotedNext, rest) > 0 ? new KeyUse(end + 1, false) : None;
    }

    /// <summary>A tag of XML within a text that was escaped.</summary>
    private static (string Opened, string Closing)? EscapedTag(ReadOnlySpan<char> before, ReadOnlySpan<char> rest)
        => rest.StartsWith("&gt;") && before.EndsWith("&lt;") ? ("&gt;", "&lt;")
            : rest.StartsWith(@"\u003E", StringComparison.OrdinalIgnoreCase) ? (@"\u003E", @"\u003C")
            : null;

    // Most names are followed by something else: a call, the next word, the end of a sentence.
    private static bool MayFollow(ReadOnlySpan<char> rest)
        => rest[0] switch
        {
            '=' or ':' or '"' or '\'' or '\\' or '&' or '%' or '>' or '`' or ']' or ')' => true,
            ',' or '\n' or '\r' or '\u2192' or '\u21D2' => true,
            '-' => rest.Length > 1 && rest[1] is '>' or '-' or '&' or '\\',
            ' ' or '\t' => rest.Length > 1 && rest[1] is not (')' or ']' or '}'),
            _ => false,
        };

    private static bool IsFlag(ReadOnlySpan<char> text, int start)
    {
        // The hyphens of a flag are taken for a part of its name.
        var name = text[start..];
        return name.StartsWith('-') && (start == 0 || !char.IsAsciiLetterOrDigit(text[start - 1]));
    }

    /// <summary>Whether a line holds a key and one word, as in YAML; a sentence has more.</summary>
    private static bool IsAloneInLine(ReadOnlySpan<char> text, int start, int value)
        => LinesBelow.IsFirstInLine(text, start) && !LinesBelow.RestOfLine(text, value).Contains(' ');

    private static int Length(Regex pattern, ReadOnlySpan<char> text)
    {
        foreach (var match in pattern.EnumerateMatches(text))
        {
            return match.Length;
        }

        return 0;
    }
}
