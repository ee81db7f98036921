using System.Text;

namespace TypedWebhookAlerts.Rendering;

/// <summary>
/// The text of the part that is being written: encoded as the inside of a JSON string, counted, without white space at
/// its edges, and never beyond its limit.
/// </summary>
internal sealed class PartText
{
    private readonly Utf8Buffer _buffer;
    private AlertPart _part;

    // With the white space at the end, which the part counts only when something follows it.
    private int _codePoints;

    public PartText(Utf8Buffer buffer) => _buffer = buffer;

    public TextContext Context => _part.Context;

    public bool IsCut => _part.IsCut;

    /// <summary>Where what is written next will stand.</summary>
    public int Position => _buffer.Length;

    /// <summary>The code points that can still be written.</summary>
    public int Room => _part.Limit - _codePoints;

    public void Begin(PartKind kind, TextContext context, int limit)
    {
        _part = new AlertPart { Kind = kind, Context = context, Limit = limit, Start = _buffer.Length };
        _codePoints = 0;
    }

    public AlertPart End()
    {
        // The white space at its end belongs to no part: Discord would trim it.
        _buffer.Truncate(_part.Start + _part.Length);
        return _part;
    }

    /// <summary>Appends a rune, after a backslash if it is escaped.</summary>
    /// <returns>Whether it was appended.</returns>
    public bool Append(Rune rune, bool isEscaped)
    {
        var isVisible = Legible.IsVisible(rune);
        var cost = isEscaped ? 2 : 1;
        if (IsTrimmedAtStart(rune, isVisible))
        {
            return false;
        }

        if (cost > Room)
        {
            // What would not be seen is not missed.
            _part.IsCut |= isVisible;
            return false;
        }

        if (isEscaped)
        {
            _buffer.Append("\\\\"u8);
        }

        _buffer.AppendJson(rune);
        _codePoints += cost;
        _part.IsVisible |= isVisible;
        if (!Legible.IsEdge(rune))
        {
            CountAll();
        }

        return true;
    }

    /// <summary>Appends ASCII that needs no escape in JSON, and for which there is room.</summary>
    public void AppendPlain(ReadOnlySpan<byte> ascii)
    {
        var visible = ascii.LastIndexOfAnyExcept((byte)' ') + 1;
        AppendCounted(ascii[..visible]);
        _buffer.Append(ascii[visible..]);
        _codePoints += ascii.Length - visible;
    }

    /// <summary>Appends ASCII that is nothing if it is not whole.</summary>
    /// <returns>Whether it was appended.</returns>
    public bool AppendWhole(ReadOnlySpan<byte> ascii)
    {
        _part.IsCut |= ascii.Length > Room;
        if (!_part.IsCut)
        {
            AppendCounted(ascii);
        }

        return !_part.IsCut;
    }

    /// <summary>What was written from a place on, as the inside of a JSON string.</summary>
    public ReadOnlySpan<byte> From(int position) => _buffer.Written[position..];

    /// <summary>Puts a backslash before the last character, which is ASCII.</summary>
    /// <returns>Whether there was room for it.</returns>
    public bool EscapeLast() => EscapeAt(_buffer.Length - 1);

    /// <summary>Puts a backslash before a character that was written before.</summary>
    /// <returns>Whether there was room for it.</returns>
    public bool EscapeAt(int position)
    {
        _part.IsCut |= Room == 0;
        if (!_part.IsCut)
        {
            _buffer.Insert(position, "\\\\"u8);
            _codePoints++;
            CountAll();
        }

        return !_part.IsCut;
    }

    /// <summary>Makes text of the marks that nothing closed. Nothing may follow.</summary>
    public void EscapeUnclosed()
    {
        _buffer.Truncate(_part.Start + _part.Length);
        _codePoints = _part.CodePoints;
        var backslashes = UnclosedMarks.Escape(_buffer, _part.Start, Room, _part.BeginsLine);
        _part.IsCut |= backslashes > Room;
        if (!_part.IsCut)
        {
            _codePoints += backslashes;
            CountAll();
        }
    }

    /// <summary>Gives what is escaped from a place on its wide form, and a line feed a space: in a link's label a
    /// backslash is shown and helps nothing.</summary>
    /// <returns>Whether there was a line feed.</returns>
    public bool WidenEscapes(int start)
    {
        if (!_buffer.Written[start..].Contains((byte)'\\'))
        {
            return false;
        }

        var hasLineFeed = false;

        ReadOnlySpan<byte> text = _buffer.Written[start..].ToArray();
        _buffer.Truncate(start);
        for (var length = 0; !text.IsEmpty; text = text[length..])
        {
            length = 1;
            if (text.StartsWith("\\n"u8))
            {
                length = 2;
                hasLineFeed = true;
                _buffer.Append((byte)' ');
            }
            else if (text.StartsWith("\\\\\\\""u8))
            {
                // A quotation mark means nothing.
                length = 4;
                _buffer.Append("\\\""u8);
                _codePoints--;
            }
            else if (text.Length > 2 && text.StartsWith("\\\\"u8) && IsMark(text[2..]))
            {
                // An escaped backslash takes two bytes in JSON.
                length = text[2] == '\\' ? 4 : 3;
                _buffer.AppendJson(Markdown.Fullwidth(new Rune(text[2])));
                _codePoints--;
            }
            else
            {
                // What JSON escapes stays in one piece.
                length = text[0] == '\\' ? 2 : 1;
                _buffer.Append(text[..length]);
            }
        }

        CountAll();
        return hasLineFeed;
    }

    private static bool IsMark(ReadOnlySpan<byte> json)
        => json[0] is > (byte)' ' and < 0x7F && !char.IsAsciiLetterOrDigit((char)json[0])
            && (json[0] != '\\' || json.StartsWith("\\\\"u8));

    private void AppendCounted(ReadOnlySpan<byte> ascii)
    {
        if (!ascii.IsEmpty)
        {
            _buffer.Append(ascii);
            _codePoints += ascii.Length;
            _part.IsVisible = true;
            CountAll();
        }
    }

    // Indentation is kept in a code block, whose fence is what stands at the edge.
    private bool IsTrimmedAtStart(Rune rune, bool isVisible)
        => _codePoints == 0 && !isVisible && (_part.Context != TextContext.Code || rune.Value == '\n');

    private void CountAll()
    {
        _part.Length = _buffer.Length - _part.Start;
        _part.CodePoints = _codePoints;
    }
}
