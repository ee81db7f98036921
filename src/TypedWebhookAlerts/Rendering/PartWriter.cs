using System.Text;
using System.Text.Unicode;
using TypedWebhookAlerts.Privacy;

namespace TypedWebhookAlerts.Rendering;

/// <summary>
/// Writes one part after another into a buffer as the inside of JSON strings: made legible, escaped for where it
/// stands, counted, and no longer than its limit.
/// </summary>
/// <remarks>A literal keeps its formatting. An argument cannot format anything, whatever was written before it and
/// whatever follows it.</remarks>
internal sealed class PartWriter
{
    private readonly PartText _text;
    private readonly MarkdownText _markdown;
    private int _codeBackticks;
    private bool _isSingleLine;
    private bool _wasReturn;
    private bool _wasLiteral;
    private bool _wasArgument;
    private Rune _before;

    public PartWriter(Utf8Buffer buffer)
    {
        _text = new PartText(buffer);
        _markdown = new MarkdownText(_text);
    }

    public bool IsOpen { get; private set; }

    /// <summary>Whether the parts stand in the content of a message, in one text with other alerts.</summary>
    public bool IsContent { get; set; }

    /// <summary>The code points that can still be written.</summary>
    public int Room => _text.Room;

    /// <summary>Starts a part.</summary>
    /// <param name="kind">What it is of the alert.</param>
    /// <param name="context">Where it will stand.</param>
    /// <param name="limit">The most code points of it.</param>
    /// <param name="isSingleLine">Whether a line feed would end what it belongs to.</param>
    public void Begin(PartKind kind, TextContext context, int limit, bool isSingleLine = false)
    {
        _text.Begin(kind, context, limit);
        var isMarkdown = context == TextContext.Markdown;
        _markdown.Begin(
            isInBold: isMarkdown && kind is PartKind.Title or PartKind.FieldName,
            followsOthers: IsContent || kind is PartKind.Exception or PartKind.StackTrace,
            isContent: IsContent && isMarkdown);
        _codeBackticks = 0;
        _isSingleLine = isSingleLine;
        _wasReturn = _wasLiteral = _wasArgument = false;
        _before = default;
        IsOpen = true;
    }

    /// <summary>Ends the part and gives it back.</summary>
    public AlertPart End()
    {
        _markdown.Close();
        IsOpen = false;
        return _text.End();
    }

    /// <summary>Writes a developer's text.</summary>
    public void Literal(ReadOnlySpan<byte> utf8)
    {
        if (!utf8.IsEmpty && _wasArgument)
        {
            _markdown.BeginLiteral(utf8[0]);
            _wasArgument = _wasReturn = false;
        }

        _wasLiteral |= !utf8.IsEmpty;
        while (!utf8.IsEmpty && !_text.IsCut)
        {
            var plain = _markdown.IsPlainGroundOfLiteral ? Markdown.PlainLengthToSlash(utf8) : 0;
            if (plain > 0 && plain <= _text.Room)
            {
                _markdown.AppendPlainLiteral(utf8[..plain]);
                FollowPlain(utf8[plain - 1]);
                utf8 = utf8[plain..];
                continue;
            }

            _ = Rune.DecodeFromUtf8(utf8, out var rune, out var length);
            utf8 = utf8[length..];
            if (!Normalize(ref rune, Legible.Substitute(rune)))
            {
                continue;
            }

            if (_text.Context == TextContext.Code)
            {
                WriteInFence(rune);
            }
            else
            {
                _markdown.AppendLiteral(rune, utf8);
            }
        }
    }

    /// <summary>Writes an argument's text.</summary>
    public void Argument(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
        {
            _markdown.AppendEmpty();
            return;
        }

        Span<byte> chunk = stackalloc byte[1024];
        while (!text.IsEmpty && !_text.IsCut)
        {
            _ = Utf8.FromUtf16(text, chunk, out var read, out var written);
            Argument(chunk[..written]);
            text = text[read..];
        }
    }

    /// <summary>Writes an argument's text.</summary>
    public void Argument(ReadOnlySpan<byte> utf8)
    {
        BeginArgument(utf8);
        while (!utf8.IsEmpty && !_text.IsCut)
        {
            var plain = _markdown.IsPlainGround ? _markdown.PlainLengthOfArgument(utf8) : 0;
            if (plain > 0 && plain <= _text.Room)
            {
                _markdown.AppendPlain(utf8[..plain]);
                FollowPlain(utf8[plain - 1]);
                utf8 = utf8[plain..];
                continue;
            }

            _ = Rune.DecodeFromUtf8(utf8, out var rune, out var length);
            utf8 = utf8[length..];
            if (!Normalize(ref rune, Legible.Substitute(rune, _before, utf8)))
            {
                continue;
            }

            if (_text.Context == TextContext.Code)
            {
                WriteInFence(rune);
            }
            else
            {
                _markdown.AppendArgument(rune, utf8);
            }
        }
    }

    /// <summary>Writes what stands for a user's id. One that is shown can be clicked where Discord reads
    /// marks.</summary>
    public void UserId(ulong id, UserIdMask mask)
    {
        Span<byte> mark = stackalloc byte["<@>".Length + UserIdMask.MaxLength];
        "<@"u8.CopyTo(mark);
        var end = 2 + mask.Write(id, mark[2..]);
        mark[end] = (byte)'>';
        if (_markdown.MayMark && mask.ShowsIds)
        {
            WriteMark(mark[..(end + 1)]);
        }
        else
        {
            Argument(mark[2..end]);
        }
    }

    /// <summary>Writes an address, as a link where Discord reads links and the address is harmless.</summary>
    public void Link(ReadOnlySpan<char> address)
    {
        Span<byte> mark = stackalloc byte[LinkText.MaxLength];
        if (_markdown.MayMark && LinkText.TryWrite(address, mark, out var length))
        {
            WriteMark(mark[..length]);
        }
        else
        {
            Argument(address);
        }
    }

    /// <summary>Writes a link with a label, where Discord reads links and there is room for all of it.</summary>
    /// <returns>Whether it was written.</returns>
    public bool TryLink(ReadOnlySpan<byte> mark)
    {
        var fits = _markdown.MayMark && mark.Length <= Room;
        if (fits)
        {
            WriteMark(mark);
        }

        return fits;
    }

    private void BeginArgument(ReadOnlySpan<byte> utf8)
    {
        if (utf8.IsEmpty)
        {
            _markdown.AppendEmpty();
            return;
        }

        _wasArgument = true;
        if (_wasLiteral)
        {
            _wasLiteral = _wasReturn = false;
            _markdown.BeginArgument(utf8);
            return;
        }

        _markdown.ContinueArgument(utf8);
    }

    private void WriteMark(ReadOnlySpan<byte> mark)
    {
        BeginArgument(mark);
        _markdown.AppendMark(mark);
    }

    // A code block reads backticks only three in a row.
    private void WriteInFence(Rune rune)
    {
        _codeBackticks = rune.Value == '`' ? _codeBackticks + 1 : 0;
        if (_codeBackticks == MarkdownState.Fence)
        {
            rune = Markdown.CodeBacktick;
            _codeBackticks = 0;
        }

        _markdown.AppendInFence(rune);
    }

    private void FollowPlain(byte last)
    {
        _codeBackticks = 0;
        _wasReturn = false;
        _before = new Rune(last);
    }

    private bool Normalize(ref Rune rune, Rune substitute)
    {
        var isRestOfReturn = _wasReturn && rune.Value == '\n';
        _wasReturn = rune.Value == '\r';
        rune = _isSingleLine && substitute.Value == '\n' ? new Rune(' ') : substitute;
        _before = rune;
        return !isRestOfReturn;
    }
}
