using System.Buffers;
using System.Text;

namespace TypedWebhookAlerts.Rendering;

/// <summary>
/// Makes text of what a finished part begins and does not end: a lone <c>**</c> of a developer's, or one whose other
/// half was cut off, would go on into the stack trace, the field or the alert that follows, and open it.
/// </summary>
/// <remarks>To a reader of that part alone such marks are text already: they see no difference.</remarks>
internal static class UnclosedMarks
{
    // What an unclosed mark is set to, to find it again. No text holds it: control characters have substitutes.
    private const byte Unclosed = default;

    /// <summary>Whether a rune can be of a mark that is unclosed.</summary>
    public static bool MayBe(Rune rune) => rune.Value is '*' or '_' or '~' or '|' or '`' or '[' or '<' or '#';

    /// <summary>Puts a backslash before each unclosed mark.</summary>
    /// <param name="buffer">Holds the text at its end, as the inside of a JSON string.</param>
    /// <param name="start">Where the text begins.</param>
    /// <param name="room">The backslashes for which there is room. If they are not enough, none is written.</param>
    /// <param name="beginsLine">Whether the text stands at a line's start, where marks of lines are read.</param>
    /// <returns>The backslashes that it takes.</returns>
    public static int Escape(Utf8Buffer buffer, int start, int room, bool beginsLine)
    {
        var json = buffer.Written[start..];
        var bytes = ArrayPool<byte>.Shared.Rent(json.Length);
        var text = bytes.AsSpan(0, Decode(json, bytes));
        var count = Find(text, beginsLine);
        if (count > 0 && count <= room)
        {
            InsertBackslashes(buffer, start, text);
        }

        ArrayPool<byte>.Shared.Return(bytes);
        return count;
    }

    private static int Decode(ReadOnlySpan<byte> json, Span<byte> text)
    {
        var length = 0;
        for (var i = 0; i < json.Length; i++)
        {
            text[length++] = json[i] != '\\' ? json[i] : (char)json[++i] switch
            {
                'n' => (byte)'\n',
                't' => (byte)'\t',
                _ => json[i],
            };
        }

        return length;
    }

    private static void InsertBackslashes(Utf8Buffer buffer, int start, ReadOnlySpan<byte> text)
    {
        var at = start;
        foreach (var character in text)
        {
            if (character == Unclosed)
            {
                buffer.Insert(at, "\\\\"u8);
                at += 2;
            }

            at += buffer.Written[at] == '\\' ? 2 : 1;
        }
    }

    private static int Find(Span<byte> text, bool beginsLine)
    {
        var count = 0;
        for (var i = 0; i < text.Length;)
        {
            var isLineStart = IsLineStart(text[..i], beginsLine);
            if (isLineStart && MarkedLineForms.Length(text[i..], out var mark) is var line and > 0)
            {
                // What is open at its end, it ends itself; still it is made text, should a client see no mark here.
                count += Find(text.Slice(i + mark, line - mark), beginsLine: true);
                i += line;
                continue;
            }

            if (FormLength(text[i..], isLineStart) is var form and > 0)
            {
                i += form;
                continue;
            }

            var opening = OpeningLength(text[i..], isLineStart);
            text.Slice(i, opening).Clear();
            count += opening;
            i += Math.Max(1, opening);
        }

        return count;
    }

    private static bool IsLineStart(ReadOnlySpan<byte> before, bool beginsLine)
    {
        before = before.TrimEnd((byte)' ');
        return before.IsEmpty ? beginsLine : before[^1] == '\n';
    }

    private static int FormLength(ReadOnlySpan<byte> text, bool isLineStart)
    {
        if (text[0] == '\\')
        {
            return text.Length > 1 && !IsWordOrSpace(text[1]) ? 2 : 1;
        }

        if (isLineStart && text.StartsWith(">>> "u8))
        {
            // It quotes all that follows, and ends nothing.
            return 4;
        }

        return (char)text[0] switch
        {
            '`' => MarkdownForms.CodeLength(text),
            '[' => MarkdownForms.LinkLength(text),
            '*' or '_' or '~' or '|' => MarkdownForms.StyleLength(text),
            '<' => MarkdownForms.AngleLength(text),
            ':' => MarkdownForms.EmojiLength(text),
            'h' or 'H' or 's' or 'S' or 'd' or 'D' => MarkdownForms.AddressLength(text),
            _ => 0,
        };
    }

    // How much of what stands here a later text could complete.
    private static int OpeningLength(ReadOnlySpan<byte> text, bool isLineStart) => (char)text[0] switch
    {
        '*' => text.Length > 1 && text[1] is (byte)' ' or (byte)'\n' ? 0 : 1,
        '_' or '[' => 1,
        '`' => RunLength(text),
        '~' or '|' => RunLength(text) is var length and > 1 ? length : 0,
        '<' => text.ContainsAny(" >"u8) ? 0 : 1,

        // A heading's mark alone on its line takes the next one.
        '#' => isLineStart && !text.ContainsAnyExcept("# \n"u8) ? 1 : 0,
        _ => 0,
    };

    private static int RunLength(ReadOnlySpan<byte> text)
    {
        var length = text.IndexOfAnyExcept(text[0]);
        return length < 0 ? text.Length : length;
    }

    private static bool IsWordOrSpace(byte value)
        => value is (byte)' ' or (byte)'\n' or (byte)'\t' || char.IsAsciiLetterOrDigit((char)value);
}
