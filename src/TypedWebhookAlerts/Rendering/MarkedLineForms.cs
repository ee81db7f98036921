using System.Text;

namespace TypedWebhookAlerts.Rendering;

/// <summary>How far the lines reach that begin with a mark: headings, quotes, items of lists, small print. In
/// UTF-8.</summary>
internal static class MarkedLineForms
{
    private const int MostNumberSigns = 3;

    /// <summary>The bytes of the lines that the mark here marks, with the line feed that ends them; 0 if there is
    /// none.</summary>
    /// <param name="text">The text from the mark on.</param>
    /// <param name="mark">The bytes of the mark.</param>
    public static int Length(ReadOnlySpan<byte> text, out int mark)
    {
        mark = LineMarkLength(text);
        if (mark == 0)
        {
            return 0;
        }

        return (char)text[0] switch
        {
            '#' => HeadingLength(text, ref mark),
            '>' => LinesLength(text, mark, static next => next.TrimStart((byte)' ').StartsWith("> "u8)),
            '-' when text[1] == '#' => SmallPrintLength(text, mark),
            _ => ItemLength(text, mark),
        };
    }

    private static int LineMarkLength(ReadOnlySpan<byte> text)
    {
        var number = text.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        var length = (char)text[0] switch
        {
            '#' => text.IndexOfAnyExcept((byte)'#'),
            '-' when text.StartsWith("-#"u8) => 2,
            '>' or '-' or '*' or '+' => 1,
            _ => number > 0 && text[number] == '.' ? number + 1 : 0,
        };

        return length > 0 && length < text.Length && (text[length] == ' ' || text[0] == '#') ? length + 1 : 0;
    }

    // Number signs and a space, or a line feed, and no other number sign behind them.
    private static int HeadingLength(ReadOnlySpan<byte> text, ref int mark)
    {
        var spaces = SpacesLength(text[(mark - 1)..]);
        var start = mark - 1 + spaces;
        var isHeading = mark - 1 <= MostNumberSigns && spaces > 0 && start < text.Length
            && (text[start] != '#' || spaces > 1);
        if (!isHeading)
        {
            return 0;
        }

        // With a number sign behind it the last space is the heading's text.
        mark = text[start] == '#' ? start - 1 : start;
        return LineLength(text, mark);
    }

    private static int SmallPrintLength(ReadOnlySpan<byte> text, int mark)
    {
        var start = mark + BlankLength(text[mark..]);
        var isOne = start < text.Length && text[start] != '\n' && (start > mark || !text[start..].StartsWith("-#"u8));
        return isOne ? LineLength(text, start) : 0;
    }

    // Behind a bullet alone the next line is the item's text.
    private static int ItemLength(ReadOnlySpan<byte> text, int mark)
    {
        var start = mark + BlankLength(text[mark..]);
        return start >= text.Length ? 0
            : LinesLength(text, text[start] == '\n' ? start + 1 : start, static next => next.StartsWith((byte)' '));
    }

    private static int LinesLength(ReadOnlySpan<byte> text, int start, Func<ReadOnlySpan<byte>, bool> goesOn)
    {
        var length = LineLength(text, start);
        while (length < text.Length && goesOn(text[length..]))
        {
            length = LineLength(text, length);
        }

        return length;
    }

    private static int LineLength(ReadOnlySpan<byte> text, int start)
        => text[start..].IndexOf((byte)'\n') is var end and >= 0 ? start + end + 1 : text.Length;

    private static int BlankLength(ReadOnlySpan<byte> text) => text.Length - text.TrimStart((byte)' ').Length;

    private static int SpacesLength(ReadOnlySpan<byte> text)
    {
        var length = 0;
        while (Rune.DecodeFromUtf8(text[length..], out var rune, out var bytes) == System.Buffers.OperationStatus.Done
            && Rune.IsWhiteSpace(rune))
        {
            length += bytes;
        }

        return length;
    }
}
