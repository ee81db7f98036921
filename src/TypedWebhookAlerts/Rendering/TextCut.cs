using System.Text;

namespace TypedWebhookAlerts.Rendering;

/// <summary>
/// Copies a part's text, shortened where it must be: never inside an escape, a mark, a link or a run of backticks, with
/// an ellipsis for what is missing, with the code ended that was open there, and with other marks made text that have
/// no end any more.
/// </summary>
internal static class TextCut
{
    private const int Ellipsis = 1;
    private const int LongestLabel = 256;

    private enum CodeEnd
    {
        None,
        Backtick,
        TwoBackticks,
        Backticks,
        BackticksOnALine,
    }

    /// <summary>Appends what fits of a text.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="part">What is known of the text.</param>
    /// <param name="text">The text, as the inside of a JSON string.</param>
    /// <returns>The code points that were appended, at most what the part is granted.</returns>
    public static int Append(Utf8Buffer output, in AlertPart part, ReadOnlySpan<byte> text)
    {
        if (!part.IsCut && part.CodePoints <= part.Granted)
        {
            output.Append(text);
            return part.CodePoints;
        }

        var start = output.Length;
        var (cut, room) = (part, 0);
        while (true)
        {
            var codePoints = AppendCut(output, cut, text);
            var backslashes = part.Context == TextContext.Markdown
                ? UnclosedMarks.Escape(output, start, room, part.BeginsLine)
                : 0;
            if (backslashes <= room)
            {
                return codePoints + backslashes;
            }

            output.Truncate(start);
            room = backslashes;
            cut.Granted = part.Granted - room;
        }
    }

    private static int AppendCut(Utf8Buffer output, in AlertPart part, ReadOnlySpan<byte> text)
    {
        if (part.Granted < Ellipsis)
        {
            return 0;
        }

        var (length, codePoints, end) = Find(part, text);
        output.Append(text[..length]);
        output.Append("…"u8);
        output.Append(JsonOf(end));
        return codePoints + Ellipsis + LengthOf(end);
    }

    private static (int Length, int CodePoints, CodeEnd End) Find(in AlertPart part, ReadOnlySpan<byte> text)
    {
        var best = (Length: 0, CodePoints: 0, End: CodeEnd.None);
        var reads = part.Context is TextContext.Markdown or TextContext.Inline;
        var state = new MarkdownState(part.Context);
        var offset = 0;
        var codePoints = 0;
        while (offset < text.Length && codePoints + Ellipsis < part.Granted)
        {
            var isAtom = reads && state.Code == 0 && !state.IsEscaping;
            var end = offset + (isAtom ? AtomLength(text[offset..], part.IsCut) : 1);
            if (end > text.Length)
            {
                break;
            }

            Rune rune;
            do
            {
                rune = Decode(text[offset..], out var bytes);
                offset += bytes;
                codePoints++;
                state.Follow(rune);
            }
            while (offset < end);

            var codeEnd = reads ? EndOf(state) : CodeEnd.None;
            var isWhole = !reads || (!state.IsEscaping && !(rune.Value == '`' && text[offset..].StartsWith("`"u8)));
            if (isWhole && !Legible.IsEdge(rune) && codePoints + Ellipsis + LengthOf(codeEnd) <= part.Granted)
            {
                best = (offset, codePoints, codeEnd);
            }
        }

        return best;
    }

    /// <summary>The bytes that must stay together from here; more than there are, if the text was cut inside.</summary>
    private static int AtomLength(ReadOnlySpan<byte> text, bool isCut) => (char)text[0] switch
    {
        '<' => MarkLength(text, isCut),
        '[' => LinkLength(text, isCut),
        'h' or 'H' => Math.Max(AddressLength(text, "http://"u8, isCut), AddressLength(text, "https://"u8, isCut)),
        'd' or 'D' => AddressLength(text, "discord://"u8, isCut),
        _ => 1,
    };

    private static int MarkLength(ReadOnlySpan<byte> text, bool isCut)
    {
        var length = text[1..].IndexOfAny("> <\\"u8) + 1;
        return length == 0 ? Unended(isCut) : text[length] == '>' ? length + 1 : 1;
    }

    private static int LinkLength(ReadOnlySpan<byte> text, bool isCut)
    {
        var label = text[..Math.Min(text.Length, LongestLabel * 4)].IndexOf("]("u8);
        if (label < 0)
        {
            // Without an end it is no link, only text.
            return 1;
        }

        var address = text[label..].IndexOfAny(")\\ "u8);
        return address < 0 ? Unended(isCut) : text[label + address] == ')' ? label + address + 1 : 1;
    }

    private static int AddressLength(ReadOnlySpan<byte> text, ReadOnlySpan<byte> scheme, bool isCut)
    {
        if (text.Length < scheme.Length)
        {
            return isCut && Ascii.EqualsIgnoreCase(text, scheme[..text.Length]) ? Unended(isCut) : 1;
        }

        if (!Ascii.EqualsIgnoreCase(text[..scheme.Length], scheme))
        {
            return 1;
        }

        var length = text.IndexOfAny(" \\<>)"u8);
        return length >= 0 ? length : isCut ? Unended(isCut) : text.Length;
    }

    private static int Unended(bool isCut) => isCut ? int.MaxValue / 2 : 1;

    private static Rune Decode(ReadOnlySpan<byte> text, out int bytes)
    {
        if (text[0] == '\\' && text.Length > 1)
        {
            bytes = 2;
            return new Rune(text[1] == 'n' ? '\n' : text[1] == 't' ? '\t' : (char)text[1]);
        }

        _ = Rune.DecodeFromUtf8(text, out var rune, out bytes);
        return rune;
    }

    // In a quote or an item of a list a line feed would end the line, and the code would be none.
    private static CodeEnd EndOf(in MarkdownState state) => state.Code switch
    {
        MarkdownState.Fence => state.IsMarkedLine ? CodeEnd.Backticks : CodeEnd.BackticksOnALine,
        2 => CodeEnd.TwoBackticks,
        1 => CodeEnd.Backtick,
        _ => CodeEnd.None,
    };

    private static int LengthOf(CodeEnd end) => end == CodeEnd.BackticksOnALine ? MarkdownState.Fence + 1 : (int)end;

    private static ReadOnlySpan<byte> JsonOf(CodeEnd end)
        => end == CodeEnd.BackticksOnALine ? "\\n```"u8 : "```"u8[..(int)end];
}
