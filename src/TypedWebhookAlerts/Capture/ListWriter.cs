using System.Globalization;

namespace TypedWebhookAlerts.Capture;

/// <summary>Writes a list's items into a room: joined, bounded, and with a word on those not shown.</summary>
internal ref struct ListWriter
{
    public const int LongestList = 100;

    private const string Separator = ", ";

    /// <summary>The longest word on the rest: ", … 2147483647 more".</summary>
    private const int NoteLength = 19;

    private readonly int _maxItems;
    private readonly string? _format;
    private readonly CultureInfo? _culture;
    private int _length;
    private int _count;
    private int _lengthBeforeNote;
    private int _countBeforeNote;

    public ListWriter(Span<char> room, int maxItems, string? format, CultureInfo? culture)
    {
        Room = room;
        _maxItems = Math.Clamp(maxItems, 1, LongestList);
        _format = format;
        _culture = culture;
    }

    public Span<char> Room { get; }

    /// <summary>Whether there are items that are not shown.</summary>
    public bool HasMore { get; private set; }

    private readonly Span<char> Left => Room[_length..];

    /// <summary>Adds an item.</summary>
    /// <returns>False when it is the first that is not shown: then there is no use in the next.</returns>
    public bool TryAdd<T>(T item)
    {
        var length = _length;
        if (_count == _maxItems || !TryAppendSeparator() || !TryAppend(item))
        {
            _length = length;
            HasMore = true;
            return false;
        }

        _count++;
        if (_length <= Room.Length - NoteLength)
        {
            // So far back it has to go if there are more, for the word on them.
            _lengthBeforeNote = _length;
            _countBeforeNote = _count;
        }

        return true;
    }

    /// <summary>Ends the list.</summary>
    /// <param name="total">How many items there are, if that is known and not all are shown.</param>
    /// <returns>How much of the room is written.</returns>
    public int End(int? total)
    {
        if (HasMore)
        {
            _length = _lengthBeforeNote;
            _count = _countBeforeNote;
            TryAppendSeparator();
            TryAppendText("… ");
            if (total > _count)
            {
                TryAppendCount(total.Value - _count);
                TryAppendText(" ");
            }

            TryAppendText("more");
        }
        else if (_count == 0)
        {
            TryAppendText("(none)");
        }

        return _length;
    }

    private bool TryAppendSeparator() => _count == 0 || TryAppendText(Separator);

    private bool TryAppendText(ReadOnlySpan<char> text)
    {
        if (!text.TryCopyTo(Left))
        {
            return false;
        }

        _length += text.Length;
        return true;
    }

    private void TryAppendCount(int count)
    {
        count.TryFormat(Left, out var written, provider: CultureInfo.InvariantCulture);
        _length += written;
    }

    private bool TryAppend<T>(T item)
    {
        if (_culture is null)
        {
            return TryAppend(item, CultureInfo.InvariantCulture);
        }

        var length = _length;

        // A calendar that does not reach an item must not make the alert unreadable.
        try
        {
            return TryAppend(item, _culture);
        }
        catch (Exception)
        {
            _length = length;
            return TryAppend(item, CultureInfo.InvariantCulture);
        }
    }

    private bool TryAppend<T>(T item, CultureInfo culture)
    {
        if (SpanFormattable<T>.IsStruct)
        {
            return TryAppendStruct(item, culture);
        }

        return item switch
        {
            null => TryAppendText("(null)"),
            string text => TryAppendText(text),
            ISpanFormattable value => TryAppendFormatted(value, culture),
            IFormattable value => TryAppendText(value.ToString(_format, culture) ?? "(null)"),
            _ => TryAppendText(item.ToString() ?? "(null)"),
        };
    }

    /// <summary>Appends a struct by the framework's own handler: once the runtime has optimized that, it boxes none,
    /// even where this code is not optimized.</summary>
    private bool TryAppendStruct<T>(T item, CultureInfo culture)
    {
        var handler = new MemoryExtensions.TryWriteInterpolatedStringHandler(
            literalLength: 0, formattedCount: 1, Left, culture, out _);
        handler.AppendFormatted(item, _format);
        return Left.TryWrite(culture, ref handler, out var written)
            ? Accept(written)
            : TryAppendText(((IFormattable)item!).ToString(_format, culture) ?? "(null)");
    }

    private bool TryAppendFormatted(ISpanFormattable value, CultureInfo culture)
        => value.TryFormat(Left, out var written, _format, culture)
            ? Accept(written)
            : TryAppendText(value.ToString(_format, culture) ?? "(null)");

    private bool Accept(int written)
    {
        // Sliced before it counts as used: a count that is no count of the room must not show what else is here.
        _length += Left[..written].Length;
        return true;
    }
}
