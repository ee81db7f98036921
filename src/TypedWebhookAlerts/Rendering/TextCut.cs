using System.Text;

namespace TypedWebhookAlerts.Rendering;

/// <summary>
/// Copies a part's text, shortened where it must be: never inside an escape, a mark, a link or a run of backticks, with
/// an ellipsis for what is missing, and with the code ended that was open there.
/// </summary>
internal static class TextCut
{
    private const int Ellipsis = 1;
    private const int LongestLabel = 256;

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

        if (part.Granted < Ellipsis)
        {
            return 0;
        }

        var (length, codePoints, code) = Find(part, text);
        output.Append(text[..length]);
        output.Append("…"u8);
        AppendEnd(output, code);
        return codePoints + Ellipsis + EndLength(code);
    }

    private static (int Length, int CodePoints, int Code) Find(in AlertPart part, ReadOnlySpan<byte> text)
    {
        var best = (Length: 0, CodePoints: 0, Code: 0);
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

            var code = reads ? state.Code : 0;
            var isWhole = !reads || (!state.IsEscaping && !(rune.Value == '`' && text[offset..].StartsWith("`"u8)));
            if (isWhole && !Legible.IsEdge(rune) && codePoints + Ellipsis + EndLength(code) <= part.Granted)
            {
                best = (offset, codePoints, code);
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
            return Unended(isCut && text.Length < LongestLabel);
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

    private static int EndLength(int code) => code == MarkdownState.Fence ? MarkdownState.Fence + 1 : code;

    private static void AppendEnd(Utf8Buffer output, int code)
    {
        if (code == MarkdownState.Fence)
        {
            output.Append("\\n"u8);
        }

        output.Append("```"u8[..code]);
    }
}
