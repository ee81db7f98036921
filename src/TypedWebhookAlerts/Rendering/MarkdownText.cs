using System.Text;

namespace TypedWebhookAlerts.Rendering;

/// <summary>
/// Appends runes to the part that is being written and follows what Discord makes of them, so that a literal keeps its
/// formatting and an argument gets none.
/// </summary>
internal sealed class MarkdownText
{
    private readonly PartText _text;
    private MarkdownState _state;
    private bool _hasArgumentInCode;
    private int _labelStart;

    // Where the developer's word begins that a "<" begins; -1 if there is none.
    private int _angleStart;
    private bool _marksLines;
    private bool _isLineToMark;

    public MarkdownText(PartText text) => _text = text;

    /// <summary>Whether ordinary characters can follow without being looked at one by one.</summary>
    public bool IsPlainGround => _state.IsPlainGround;

    /// <summary>Whether an argument stands where Discord reads marks, and may therefore become one.</summary>
    public bool MayMark => _text.Context == TextContext.Markdown && _state.Code == 0 && !_state.IsInUrl;

    private bool ReadsMarkdown => _text.Context is TextContext.Markdown or TextContext.Inline;

    /// <summary>Starts with the part's first rune.</summary>
    /// <param name="isInBold">Whether it will stand in bold text.</param>
    /// <param name="isContent">Whether it will stand in one text with other alerts. Then an argument's further lines
    /// are marked, so that none of them looks like another alert.</param>
    public void Begin(bool isInBold, bool isContent)
    {
        _marksLines = isContent;
        _isLineToMark = false;
        _state = new MarkdownState(_text.Context, isInBold, isContent);
        _hasArgumentInCode = false;
        _angleStart = -1;
    }

    /// <summary>Appends a developer's rune.</summary>
    /// <param name="rune">The rune.</param>
    /// <param name="rest">What follows it of the literal.</param>
    public void AppendLiteral(Rune rune, ReadOnlySpan<byte> rest)
    {
        if (ReadsMarkdown)
        {
            rune = PrepareLiteral(rune, rest);
        }

        var (wasInLabel, wasInTarget) = (_state.IsInLabel, _state.IsInTarget);
        if (!_text.Append(rune, isEscaped: false))
        {
            return;
        }

        FollowAngle(rune);
        _state.Follow(rune);
        if (!wasInLabel && _state.IsInLabel)
        {
            _labelStart = _text.Position;
        }
        else if (!wasInTarget && _state.IsInTarget)
        {
            _text.WidenEscapes(_labelStart);
            _angleStart = -1;
        }
    }

    /// <summary>Appends an argument's rune.</summary>
    /// <param name="rune">The rune.</param>
    /// <param name="rest">What follows it, as far as it is known.</param>
    public void AppendArgument(Rune rune, ReadOnlySpan<byte> rest)
    {
        if (ReadsMarkdown && _state.Code != 0)
        {
            AppendInDevelopersCode(rune, rest);
        }
        else if (ReadsMarkdown && _state.IsInUrl)
        {
            AppendInUrl(rune);
        }
        else if (ReadsMarkdown && _state.IsInTarget)
        {
            AppendInTarget(rune, rest);
        }
        else
        {
            AppendInText(rune, rest);
        }
    }

    /// <summary>Appends a rune where a code block of ours is open, which is read for nothing but its end.</summary>
    public void AppendInFence(Rune rune)
    {
        if (_text.Append(rune, isEscaped: false))
        {
            _state.FollowArgument(rune, isEscaped: true);
        }
    }

    /// <summary>Appends ASCII of an argument's that means nothing inside a line, and for which there is room.</summary>
    public void AppendPlain(ReadOnlySpan<byte> ascii)
    {
        _text.AppendPlain(ascii);
        _hasArgumentInCode |= _state.Code != 0;
        _state.FollowPlain(ascii);
    }

    /// <summary>Appends a mark of ours, which is nothing if it is not whole.</summary>
    public void AppendMark(ReadOnlySpan<byte> ascii)
    {
        if (_text.AppendWhole(ascii))
        {
            _state.FollowPlain(ascii);
        }
    }

    /// <summary>Passes from a literal to an argument: what the literal ended with must not take its meaning from the
    /// argument, nor give the argument one.</summary>
    public void BeginArgument(ReadOnlySpan<byte> utf8)
    {
        if (!ReadsMarkdown || _state.IsInUrl || _text.IsCut)
        {
            return;
        }

        if (_state.Code != 0)
        {
            // A first line of one word would be taken for a language, and not be shown.
            if (_state.IsFenceHead)
            {
                AppendZeroWidthSpace();
            }

            return;
        }

        if (_state.IsEscaping)
        {
            AppendLiteral(new Rune('\\'), default);
        }

        if (_angleStart >= 0 && !Markdown.IsMark(_text.From(_angleStart), utf8))
        {
            EscapeAngle();
        }

        if (Markdown.NeedsEscapeBefore(_state, utf8))
        {
            if (_text.EscapeLast())
            {
                _state.FollowEscapeOfLast();
            }
        }
        else if (_state.Last == '@' && Markdown.IsMassMention(utf8))
        {
            AppendZeroWidthSpace();
        }
    }

    /// <summary>Keeps a developer's backticks apart that only an empty argument parts.</summary>
    public void AppendEmpty()
    {
        if (ReadsMarkdown && _state.EndsInBackticks)
        {
            AppendZeroWidthSpace();
        }
    }

    /// <summary>Passes from an argument to a literal: neither must give the other a meaning.</summary>
    public void BeginLiteral(byte first)
    {
        _isLineToMark = false;
        if (ReadsMarkdown && _state.Code == 0 && !_state.IsInUrl && Markdown.NeedsGap(_state, first))
        {
            AppendZeroWidthSpace();
        }
    }

    /// <summary>Ends the part. A developer's code that is still open would go on into what follows: into the exception,
    /// the counter, and in plain content into the next alert. A title or a name stands alone: there it matters only
    /// where an argument relies on it.</summary>
    public void Close()
    {
        if (!ReadsMarkdown || _text.IsCut)
        {
            return;
        }

        if (_state.IsEscaping)
        {
            AppendLiteral(new Rune('\\'), default);
        }

        CloseCode();
    }

    private void CloseCode()
    {
        var code = _state.Code;
        if (code == MarkdownState.Fence)
        {
            // A line feed would make a language of a first line of one word, and end a quote.
            var isOneLine = _state.IsMarkedLine || (_state.IsFenceHead && _state.HasCodeContent);
            Append(_state.HasCodeContent ? default : isOneLine ? "(blank)"u8 : "\n(blank)"u8);
            Append(isOneLine ? "```"u8 : "\n```"u8);
        }
        else if (code != 0 && (_hasArgumentInCode || _text.Context == TextContext.Markdown))
        {
            Append(_state.EndsInBackticks ? " ```"u8[..(code + 1)] : "```"u8[..code]);
        }
    }

    private Rune PrepareLiteral(Rune rune, ReadOnlySpan<byte> rest)
    {
        var isInCode = _state.Code != 0;
        if (isInCode && rune.Value == '\n' && _state.IsMarkedLine && !_state.GoesOn(rest))
        {
            CloseCode();
        }
        else if (rune.Value == '`'
            && _state.Code == MarkdownState.Fence
            && !_state.EndsInBackticks
            && !_state.HasCodeContent)
        {
            // A block that holds nothing is none.
            AppendZeroWidthSpace();
        }
        else if (isInCode && rune.Value != '`' && _state.EndsAround(rune, rest))
        {
            return Markdown.Fullwidth(rune);
        }
        else if (!isInCode && IsOfArgument(rune))
        {
            AppendZeroWidthSpace();
        }

        return rune;
    }

    // A mark that a literal ends, and of which an argument wrote a part.
    private bool IsOfArgument(Rune rune) => rune.Value switch
    {
        ':' => _state.EndsInEmojiName && _state.IsNameOfArgument,
        '.' => _state.IsLineNumber && _state.IsNumberOfArgument,
        _ => false,
    };

    private void FollowAngle(Rune rune)
    {
        if (rune.Value == '`' && _angleStart >= 0)
        {
            // A mark that reaches into code would take it apart.
            EscapeAngle();
        }
        else if (rune.Value is ' ' or '>' || _state.Code != 0)
        {
            _angleStart = -1;
        }
        else if (rune.Value == '<' && _angleStart < 0 && !_state.IsEscaping)
        {
            _angleStart = _text.Position - 1;
        }
    }

    private void EscapeAngle()
    {
        for (var i = _text.Position - 1; i >= _angleStart; i--)
        {
            var isBare = _text.From(i)[0] == '<' && (i == _angleStart || _text.From(i - 1)[0] != '\\');
            if (isBare && _text.EscapeAt(i))
            {
                _labelStart += _labelStart > i ? "\\\\".Length : 0;
            }
        }

        _angleStart = -1;
    }

    private void AppendInText(Rune rune, ReadOnlySpan<byte> rest)
    {
        if (ReadsMarkdown && _state.IsMarkedLine && rune.Value == '\n')
        {
            rune = new Rune(' ');
        }

        if (_isLineToMark && Legible.IsVisible(rune))
        {
            AppendLineMark();
        }

        var isEscaped = ReadsMarkdown && Markdown.NeedsEscape(_state, rune, rest);
        if (!_text.Append(rune, isEscaped))
        {
            return;
        }

        _isLineToMark = _marksLines && (rune.Value == '\n' || _isLineToMark);
        _state.FollowArgument(rune, isEscaped);
        if (NeedsGapAfter(rune, rest))
        {
            AppendZeroWidthSpace();
        }
    }

    private void AppendInTarget(Rune rune, ReadOnlySpan<byte> rest)
    {
        // Backslashes are nothing here, and an argument must not say where a link leads.
        var isMark = rune.Value is ':' or '/' || Markdown.NeedsEscape(_state, rune, rest);
        rune = isMark ? Markdown.Fullwidth(rune) : rune;
        if (_text.Append(rune, isEscaped: false))
        {
            _state.FollowArgument(rune, isEscaped: false);
        }
    }

    private bool NeedsGapAfter(Rune rune, ReadOnlySpan<byte> rest) => rune.Value switch
    {
        '@' => _text.Context == TextContext.Markdown && Markdown.IsMassMention(rest),
        '#' => _state.IsHeading && Markdown.IsEndOfHeading(rest),
        _ => false,
    };

    private void AppendInDevelopersCode(Rune rune, ReadOnlySpan<byte> rest)
    {
        // In inline code a line feed could end the quote or list that the code stands in, and with it the code.
        rune = rune.Value switch
        {
            '`' => Markdown.CodeBacktick,
            '\n' when _state.Code != MarkdownState.Fence || _state.IsMarkedLine => new Rune(' '),
            _ when _state.EndsAround(rune, rest) => Markdown.Fullwidth(rune),
            _ => rune,
        };
        _hasArgumentInCode = true;
        if (_text.Append(rune, isEscaped: false))
        {
            _state.FollowArgument(rune, isEscaped: false);
        }
    }

    private void AppendInUrl(Rune rune)
    {
        Span<byte> encoded = stackalloc byte[LinkText.MaxEncodedRune];
        AppendMark(encoded[..LinkText.Encode(rune, encoded)]);
    }

    private void AppendLineMark()
    {
        _isLineToMark = false;
        foreach (var rune in Markdown.LineMark)
        {
            if (_text.Append(rune, isEscaped: false))
            {
                _state.FollowArgument(rune, isEscaped: false);
            }
        }
    }

    private void AppendZeroWidthSpace()
    {
        if (_text.Append(Markdown.ZeroWidthSpace, isEscaped: false))
        {
            _state.FollowArgument(Markdown.ZeroWidthSpace, isEscaped: false);
        }
    }

    private void Append(ReadOnlySpan<byte> ascii)
    {
        foreach (var character in ascii)
        {
            if (_text.Append(new Rune(character), isEscaped: false))
            {
                _state.Follow(new Rune(character));
            }
        }
    }
}
