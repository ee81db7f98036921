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
    private MarkdownState _state;
    private int _codeBackticks;
    private bool _isSingleLine;
    private bool _wasReturn;
    private bool _wasLiteral;
    private bool _hasArgumentInCode;

    public PartWriter(Utf8Buffer buffer) => _text = new PartText(buffer);

    public bool IsOpen { get; private set; }

    /// <summary>The code points that can still be written.</summary>
    public int Room => _text.Room;

    private bool ReadsMarkdown => _text.Context is TextContext.Markdown or TextContext.Inline;

    /// <summary>Whether an argument stands where Discord reads marks, and may therefore become one.</summary>
    private bool MayMark => _text.Context == TextContext.Markdown && _state.Code == 0 && !_state.IsInUrl;

    /// <summary>Starts a part.</summary>
    /// <param name="kind">What it is of the alert.</param>
    /// <param name="context">Where it will stand.</param>
    /// <param name="limit">The most code points of it.</param>
    /// <param name="isSingleLine">Whether a line feed would end what it belongs to.</param>
    public void Begin(PartKind kind, TextContext context, int limit, bool isSingleLine = false)
    {
        _text.Begin(kind, context, limit);
        _state = new MarkdownState(context);
        _codeBackticks = 0;
        _isSingleLine = isSingleLine;
        _wasReturn = _wasLiteral = _hasArgumentInCode = false;
        IsOpen = true;
    }

    /// <summary>Ends the part and gives it back.</summary>
    public AlertPart End()
    {
        if (ReadsMarkdown)
        {
            CloseMarkdown();
        }

        IsOpen = false;
        return _text.End();
    }

    /// <summary>Writes a developer's text.</summary>
    public void Literal(ReadOnlySpan<byte> utf8)
    {
        _wasLiteral |= !utf8.IsEmpty;
        while (!utf8.IsEmpty && !_text.IsCut)
        {
            _ = Rune.DecodeFromUtf8(utf8, out var rune, out var length);
            utf8 = utf8[length..];
            if (!Normalize(ref rune))
            {
                continue;
            }

            if (_text.Context == TextContext.Code)
            {
                EmitInFence(rune);
            }
            else if (Emit(rune))
            {
                _state.Follow(rune);
            }
        }
    }

    /// <summary>Writes an argument's text.</summary>
    public void Argument(ReadOnlySpan<char> text)
    {
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
        if (_wasLiteral && !utf8.IsEmpty)
        {
            BeginArgument(utf8);
        }

        while (!utf8.IsEmpty && !_text.IsCut)
        {
            var plain = _state.IsPlainGround ? Markdown.PlainLength(utf8) : 0;
            if (plain > 0 && plain <= _text.Room)
            {
                EmitPlain(utf8[..plain]);
                utf8 = utf8[plain..];
                continue;
            }

            _ = Rune.DecodeFromUtf8(utf8, out var rune, out var length);
            utf8 = utf8[length..];
            if (Normalize(ref rune))
            {
                WriteArgument(rune, utf8);
            }
        }
    }

    /// <summary>Writes what stands for a user's id. One that is shown can be clicked where Discord reads marks.</summary>
    public void UserId(ulong id, UserIdMask mask)
    {
        Span<byte> mark = stackalloc byte["<@>".Length + UserIdMask.MaxLength];
        "<@"u8.CopyTo(mark);
        var end = 2 + mask.Write(id, mark[2..]);
        mark[end] = (byte)'>';
        if (MayMark && mask.ShowsIds)
        {
            EmitMark(mark[..(end + 1)]);
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
        if (MayMark && LinkText.TryWrite(address, mark, out var length))
        {
            EmitMark(mark[..length]);
        }
        else
        {
            Argument(address);
        }
    }

    private void WriteArgument(Rune rune, ReadOnlySpan<byte> rest)
    {
        if (_text.Context == TextContext.Code)
        {
            EmitInFence(rune);
        }
        else if (ReadsMarkdown && _state.Code != 0)
        {
            WriteInDevelopersCode(rune);
        }
        else if (ReadsMarkdown && _state.IsInUrl)
        {
            WriteInUrl(rune);
        }
        else
        {
            WriteInText(rune, rest);
        }
    }

    private void WriteInText(Rune rune, ReadOnlySpan<byte> rest)
    {
        var isEscaped = ReadsMarkdown && Markdown.NeedsEscape(_state, rune, rest);
        if (!Emit(rune, isEscaped))
        {
            return;
        }

        _state.FollowArgument(rune, isEscaped);
        if (rune.Value == '@' && _text.Context == TextContext.Markdown && Markdown.IsMassMention(rest))
        {
            EmitZeroWidthSpace();
        }
    }

    private void WriteInDevelopersCode(Rune rune)
    {
        // In inline code a line feed could end the quote or list that the code stands in, and with it the code.
        rune = rune.Value switch
        {
            '`' => Markdown.CodeBacktick,
            '\n' when _state.Code != MarkdownState.Fence => new Rune(' '),
            _ => rune,
        };
        _hasArgumentInCode = true;
        if (Emit(rune))
        {
            _state.FollowArgument(rune, isEscaped: false);
        }
    }

    private void WriteInUrl(Rune rune)
    {
        Span<byte> encoded = stackalloc byte[LinkText.MaxEncodedRune];
        var length = LinkText.Encode(rune, encoded);
        if (_text.AppendWhole(encoded[..length]))
        {
            _state.FollowPlain(encoded[..length]);
        }
    }

    // What a literal ended with must not take its meaning from an argument, nor give the argument one.
    private void BeginArgument(ReadOnlySpan<byte> utf8)
    {
        _wasLiteral = false;
        if (!ReadsMarkdown || _state.Code != 0 || _state.IsInUrl || _text.IsCut)
        {
            return;
        }

        if (_state.IsEscaping)
        {
            EmitBackslash();
        }
        else if (Markdown.NeedsEscapeBefore(_state, utf8))
        {
            var last = new Rune(_state.Last);
            if (_text.EscapeLast())
            {
                _state.FollowArgument(last, isEscaped: true);
            }
        }
        else if (_state.Last == '@' && Markdown.IsMassMention(utf8))
        {
            EmitZeroWidthSpace();
        }
    }

    private void EmitBackslash()
    {
        if (Emit(new Rune('\\')))
        {
            _state.Follow(new Rune('\\'));
        }
    }

    private void EmitZeroWidthSpace()
    {
        if (Emit(Markdown.ZeroWidthSpace))
        {
            _state.FollowArgument(Markdown.ZeroWidthSpace, isEscaped: false);
        }
    }

    private void EmitMark(ReadOnlySpan<byte> mark)
    {
        if (_wasLiteral)
        {
            BeginArgument(mark);
        }

        if (_text.AppendWhole(mark))
        {
            _state.FollowPlain(mark);
        }
    }

    // A code block reads backticks only three in a row.
    private void EmitInFence(Rune rune)
    {
        _codeBackticks = rune.Value == '`' ? _codeBackticks + 1 : 0;
        if (_codeBackticks == MarkdownState.Fence)
        {
            rune = Markdown.CodeBacktick;
            _codeBackticks = 0;
        }

        if (Emit(rune))
        {
            _state.FollowArgument(rune, isEscaped: true);
        }
    }

    private void EmitPlain(ReadOnlySpan<byte> ascii)
    {
        _text.AppendPlain(ascii);
        _hasArgumentInCode |= _state.Code != 0;
        _codeBackticks = 0;
        _wasReturn = false;
        _state.FollowPlain(ascii);
    }

    private bool Emit(Rune rune, bool isEscaped = false) => _text.Append(rune, isEscaped);

    private bool Normalize(ref Rune rune)
    {
        var isRestOfReturn = _wasReturn && rune.Value == '\n';
        _wasReturn = rune.Value == '\r';
        rune = Legible.Substitute(rune);
        if (_isSingleLine && rune.Value == '\n')
        {
            rune = new Rune(' ');
        }

        return !isRestOfReturn;
    }

    // A developer's code that is still open would go on into what follows: into the exception, the counter, and in
    // plain content into the next alert. A title or a name stands alone: there it matters only where an argument
    // relies on it.
    private void CloseMarkdown()
    {
        if (_text.IsCut)
        {
            return;
        }

        if (_state.IsEscaping)
        {
            EmitBackslash();
        }

        var code = _state.Code;
        if (code == MarkdownState.Fence)
        {
            Close(_state.HasCodeContent ? "\n```"u8 : "\n(blank)\n```"u8);
        }
        else if (code != 0 && (_hasArgumentInCode || _text.Context == TextContext.Markdown))
        {
            Close(_state.EndsInBackticks ? " ```"u8[..(code + 1)] : "```"u8[..code]);
        }
    }

    private void Close(ReadOnlySpan<byte> end)
    {
        foreach (var character in end)
        {
            _ = Emit(new Rune(character));
        }
    }
}
