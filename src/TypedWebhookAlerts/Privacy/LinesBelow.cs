using System.Buffers;

namespace TypedWebhookAlerts.Privacy;

/// <summary>Reads values that stand in the lines below their key, as YAML, printed JSON and code have them.</summary>
internal static class LinesBelow
{
    /// <summary>So far is looked back for what begins a line.</summary>
    private const int LookBack = 64;

    /// <summary>So far is looked for the end of a line; what is longer is no word.</summary>
    private const int LongestWord = 512;

    // A backslash begins the end of a line that was escaped.
    private static readonly SearchValues<char> s_lineEnds = SearchValues.Create("\r\n\"'\\");

    /// <summary>Reads what stands behind a separator that ends its line.</summary>
    /// <param name="text">The text.</param>
    /// <param name="key">Where the key begins.</param>
    /// <param name="end">Where its line ends, or the mark of a block there.</param>
    /// <param name="value">Where the next line begins, behind what indents it.</param>
    /// <param name="isCode">Whether the key is quoted or an equals sign stands behind it: a quote below is its value.
    /// </param>
    public static KeyUse UseOf(ReadOnlySpan<char> text, int key, int end, int value, bool isCode)
    {
        if (value >= text.Length)
        {
            return new KeyUse(value, false);
        }

        var isFirst = IsFirstInLine(text, key);
        if (!isFirst && !isCode)
        {
            return KeyUse.None;
        }

        if (text[value] == '[' || text[value..].StartsWith("- ") || KeyPatterns.OpeningQuote.IsMatch(text[value..]))
        {
            return new KeyUse(value, true);
        }

        // A sentence, or a name with a value of its own, is none.
        var line = RestOfLine(text, value);
        if (!isFirst || line.Contains(' ') || line.EndsWith(':'))
        {
            return KeyUse.None;
        }

        var isBlock = text[end] is '|' or '>';
        var indent = Indent(text, key);
        return new KeyUse(value, isBlock || Indent(text, value) > indent) { BlockIndent = isBlock ? indent : -1 };
    }

    /// <summary>Whether nothing but a quote or a hyphen stands before a key in its line.</summary>
    public static bool IsFirstInLine(ReadOnlySpan<char> text, int key)
    {
        var before = text[Math.Max(0, key - LookBack)..key].TrimEnd(" \t-");
        return before.IsEmpty || before[^1] is '\n' or '\r' or '"' or '\''
            || before.EndsWith(@"\n") || before.EndsWith(@"\r");
    }

    /// <summary>What a line holds from a place on, without the white space at its end.</summary>
    public static ReadOnlySpan<char> RestOfLine(ReadOnlySpan<char> text, int start)
    {
        var line = text[start..Math.Min(text.Length, start + LongestWord)];
        return (line.IndexOfAny(s_lineEnds) is var length and >= 0 ? line[..length] : line).TrimEnd();
    }

    /// <summary>Where a block ends: before the first line that is indented no more than its key.</summary>
    /// <param name="text">The text.</param>
    /// <param name="end">Where its first line ends.</param>
    /// <param name="indent">What indents its key.</param>
    public static int EndOfBlock(ReadOnlySpan<char> text, int end, int indent)
    {
        while (end < text.Length)
        {
            var next = ValueLists.SkipBlank(text, end);
            if (next == end || next >= text.Length || Indent(text, next) <= indent)
            {
                break;
            }

            var line = text[next..];
            end = next + (line.IndexOfAny(s_lineEnds) is var length and >= 0 ? length : line.Length);
            if (end < text.Length && text[end] is '"' or '\'')
            {
                break;
            }
        }

        return end;
    }

    private static int Indent(ReadOnlySpan<char> text, int at)
    {
        var before = text[Math.Max(0, at - LookBack)..at];
        return before.Length - before.TrimEnd(" \t-").Length;
    }
}
