using System.Text;

namespace TypedWebhookAlerts.Rendering;

/// <summary>
/// Appends runes to the part that is being written and follows what Discord makes of them, so that a literal keeps its
/// formatting and an argument gets none.
/// </summary>
internal sealed class MarkdownText
{
    private readonly FollowedText _text;
    private readonly MarkdownArgument _argument;
    private readonly BackwardMarks _marks;
    private bool _mayBeUnclosed;
    private bool _hasBracketInFence;

    public MarkdownText(PartText text)
    {
        _text = new FollowedText(text);
        _argument = new MarkdownArgument(_text);
        _marks = new BackwardMarks(_text);
    }

    /// <summary>Whether ordinary characters can follow without being looked at one by one.</summary>
    public bool IsPlainGround => State.IsPlainGround;

    /// <summary>Whether a developer's can.</summary>
    public bool IsPlainGroundOfLiteral => State.IsPlainGround && State.Code == 0 && !_marks.IsInAngle;

    /// <summary>Whether an argument stands where Discord reads marks, and may therefore become one.</summary>
    public bool MayMark => _text.Text.Context == TextContext.Markdown && State.Code == 0 && !State.IsInUrl;

    private ref MarkdownState State => ref _text.State;

    /// <summary>Starts with the part's first rune.</summary>
    /// <param name="isInBold">Whether it will stand in bold text.</param>
    /// <param name="followsOthers">Whether other parts may stand before it in one text.</param>
    /// <param name="isContent">Whether other alerts may: in the content of a message.</param>
    public void Begin(bool isInBold, bool followsOthers, bool isContent)
    {
        _text.Begin(isInBold, followsOthers);
        _argument.Begin(isContent);
        _marks.Begin();
        _mayBeUnclosed = _hasBracketInFence = false;
    }

    /// <summary>Appends a developer's rune.</summary>
    /// <param name="rune">The rune.</param>
    /// <param name="rest">What follows it of the literal.</param>
    public void AppendLiteral(Rune rune, ReadOnlySpan<byte> rest)
    {
        if (_text.ReadsMarkdown)
        {
            rune = PrepareLiteral(rune, rest);
        }

        if (rune.Value == '_' && _text.ReadsMarkdown && !_marks.IsInAngle && IsInWord(rest))
        {
            _text.AppendInert(rune, isEscaped: true);
            return;
        }

        _marks.BeforeLiteral();
        if (_text.Append(rune))
        {
            _marks.Follow(rune);
            _mayBeUnclosed |= UnclosedMarks.MayBe(rune);
        }
    }

    /// <summary>Appends a developer's ASCII that means nothing inside a line, and for which there is room.</summary>
    public void AppendPlainLiteral(ReadOnlySpan<byte> ascii) => _text.AppendPlain(ascii, isArgument: false);

    /// <summary>Appends an argument's rune.</summary>
    /// <param name="rune">The rune.</param>
    /// <param name="rest">What follows it, as far as it is known.</param>
    public void AppendArgument(Rune rune, ReadOnlySpan<byte> rest) => _argument.Append(rune, rest);

    /// <summary>How many bytes of an argument's from the start mean nothing inside a line.</summary>
    public int PlainLengthOfArgument(ReadOnlySpan<byte> utf8) => _argument.PlainLength(utf8);

    /// <summary>Appends ASCII of an argument's that means nothing inside a line, and for which there is room.</summary>
    public void AppendPlain(ReadOnlySpan<byte> ascii) => _argument.AppendPlain(ascii);

    /// <summary>Appends a rune where a code block of ours is open, which is read for nothing but its end; and for the
    /// end of a link that stands before it, which another bracket keeps away.</summary>
    public void AppendInFence(Rune rune)
    {
        _hasBracketInFence |= rune.Value == '[';
        var endsLink = rune.Value == '(' && State.EndsInBracket && !_hasBracketInFence;
        _text.AppendInert(endsLink ? Markdown.Fullwidth(rune) : rune);
    }

    /// <summary>Appends a mark of ours, which is nothing if it is not whole.</summary>
    public void AppendMark(ReadOnlySpan<byte> ascii) => _text.AppendMark(ascii);

    /// <summary>Passes from a literal to an argument: what the literal ended with must not take its meaning from the
    /// argument, nor give the argument one.</summary>
    public void BeginArgument(ReadOnlySpan<byte> utf8)
    {
        if (!_text.ReadsMarkdown || State.IsInUrl || _text.Text.IsCut)
        {
            return;
        }

        if (State.Code != 0)
        {
            // A first line of one word would be taken for a language, and not be shown.
            if (State.IsFenceHead)
            {
                _text.AppendGap();
            }

            return;
        }

        EndEscape();
        _marks.BeginArgument(utf8);
        var isEscaped = Markdown.NeedsEscapeBefore(State, utf8) && !_marks.IsInAngle;
        if (isEscaped ? State.IsInLabel : State.Last == '@' && Markdown.IsMassMention(utf8))
        {
            _text.AppendGap();
        }
        else if (isEscaped && _text.Text.EscapeLast())
        {
            State.FollowEscapeOfLast();
        }
    }

    /// <summary>Goes on with an argument behind another one.</summary>
    public void ContinueArgument(ReadOnlySpan<byte> utf8) => _marks.BeginArgument(utf8);

    /// <summary>Keeps a developer's backticks apart that only an empty argument parts.</summary>
    public void AppendEmpty()
    {
        if (_text.ReadsMarkdown && State.EndsInBackticks)
        {
            _text.AppendGap();
        }
    }

    /// <summary>Passes from an argument to a literal: neither must give the other a meaning.</summary>
    public void BeginLiteral(byte first)
    {
        _argument.End();
        if (_text.ReadsMarkdown && State.Code == 0 && !State.IsInUrl && Markdown.NeedsGap(State, first))
        {
            _text.AppendGap();
        }
    }

    /// <summary>Ends the part. What a developer left open would go on into what follows: into the exception, the
    /// counter, and in plain content into the next alert. Code is ended; other marks become text. A title or a name
    /// stands alone: there it matters only where an argument relies on it.</summary>
    public void Close()
    {
        if (!_text.ReadsMarkdown || _text.Text.IsCut)
        {
            return;
        }

        EndEscape();
        CloseCode();
        if (_mayBeUnclosed && !_text.Text.IsCut && _text.Text.Context == TextContext.Markdown)
        {
            _text.Text.EscapeUnclosed();
        }
    }

    private Rune PrepareLiteral(Rune rune, ReadOnlySpan<byte> rest)
    {
        var isInCode = State.Code != 0;
        if (isInCode && rune.Value == '\n' && State.IsMarkedLine && !State.GoesOn(rest))
        {
            CloseCode();
        }
        else if (rune.Value == '`'
            && State.Code == MarkdownState.Fence
            && !State.EndsInBackticks
            && !State.HasCodeContent)
        {
            // A block that holds nothing is none.
            _text.AppendGap();
        }
        else if (rune.Value == '`' && State.IsInUrl)
        {
            // Whether code can begin inside an address, clients see differently.
            _text.Append(" "u8);
        }
        else if (rune.Value == '(' && isInCode && State.EndsInBracket)
        {
            _text.AppendGap();
        }
        else if (isInCode && rune.Value != '`' && State.EndsStyleAround(rune))
        {
            return Markdown.Fullwidth(rune);
        }
        else if (State.IsEscaping && Rune.IsWhiteSpace(rune))
        {
            // It escapes no space, but what follows it when the space is trimmed.
            EndEscape();
        }
        else if (!isInCode && IsOfArgument(rune))
        {
            _text.AppendGap();
        }

        return rune;
    }

    // That of snake_case could open italics, which nobody means, and code further on would be taken apart.
    private bool IsInWord(ReadOnlySpan<byte> rest)
        => State.IsInWord && !rest.IsEmpty && char.IsAsciiLetterOrDigit((char)rest[0]);

    // A mark that a literal ends, and of which an argument wrote a part.
    private bool IsOfArgument(Rune rune) => rune.Value switch
    {
        ':' => State.EndsInEmojiName && State.IsNameOfArgument,
        '.' => State.IsLineNumber && State.IsNumberOfArgument,
        _ => false,
    };

    private void EndEscape()
    {
        if (State.IsEscaping)
        {
            AppendLiteral(new Rune('\\'), default);
        }
    }

    private void CloseCode()
    {
        var code = State.Code;
        if (code == MarkdownState.Fence)
        {
            // A line feed would make a language of a first line of one word, and end a quote.
            var isOneLine = State.IsMarkedLine || (State.IsFenceHead && State.HasCodeContent);
            _text.Append(State.HasCodeContent ? default : isOneLine ? "(blank)"u8 : "\n(blank)"u8);
            _text.Append(!isOneLine ? "\n```"u8 : State.EndsInBackticks ? " ```"u8 : "```"u8);
        }
        else if (code != 0 && (_argument.IsInCode || _text.Text.Context == TextContext.Markdown))
        {
            _text.Append(State.EndsInBackticks ? " ```"u8[..(code + 1)] : "```"u8[..code]);
        }
    }
}
