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

    public MarkdownText(PartText text) => _text = text;

    /// <summary>Whether ordinary characters can follow without being looked at one by one.</summary>
    public bool IsPlainGround => _state.IsPlainGround;

    /// <summary>Whether an argument stands where Discord reads marks, and may therefore become one.</summary>
    public bool MayMark => _text.Context == TextContext.Markdown && _state.Code == 0 && !_state.IsInUrl;

    private bool ReadsMarkdown => _text.Context is TextContext.Markdown or TextContext.Inline;

    /// <summary>Starts with the part's first rune.</summary>
    public void Begin()
    {
        _state = new MarkdownState(_text.Context);
        _hasArgumentInCode = false;
    }

    /// <summary>Appends a developer's rune.</summary>
    public void AppendLiteral(Rune rune)
    {
        if (_text.Append(rune, isEscaped: false))
        {
            _state.Follow(rune);
        }
    }

    /// <summary>Appends an argument's rune.</summary>
    /// <param name="rune">The rune.</param>
    /// <param name="rest">What follows it, as far as it is known.</param>
    public void AppendArgument(Rune rune, ReadOnlySpan<byte> rest)
    {
        if (ReadsMarkdown && _state.Code != 0)
        {
            AppendInDevelopersCode(rune);
        }
        else if (ReadsMarkdown && _state.IsInUrl)
        {
            AppendInUrl(rune);
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
        if (!ReadsMarkdown || _state.Code != 0 || _state.IsInUrl || _text.IsCut)
        {
            return;
        }

        if (_state.IsEscaping)
        {
            AppendLiteral(new Rune('\\'));
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
            AppendLiteral(new Rune('\\'));
        }

        var code = _state.Code;
        if (code == MarkdownState.Fence)
        {
            Append(_state.HasCodeContent ? "\n```"u8 : "\n(blank)\n```"u8);
        }
        else if (code != 0 && (_hasArgumentInCode || _text.Context == TextContext.Markdown))
        {
            Append(_state.EndsInBackticks ? " ```"u8[..(code + 1)] : "```"u8[..code]);
        }
    }

    private void AppendInText(Rune rune, ReadOnlySpan<byte> rest)
    {
        var isEscaped = ReadsMarkdown && Markdown.NeedsEscape(_state, rune, rest);
        if (!_text.Append(rune, isEscaped))
        {
            return;
        }

        _state.FollowArgument(rune, isEscaped);
        if (rune.Value == '@' && _text.Context == TextContext.Markdown && Markdown.IsMassMention(rest))
        {
            AppendZeroWidthSpace();
        }
    }

    private void AppendInDevelopersCode(Rune rune)
    {
        // In inline code a line feed could end the quote or list that the code stands in, and with it the code.
        rune = rune.Value switch
        {
            '`' => Markdown.CodeBacktick,
            '\n' when _state.Code != MarkdownState.Fence => new Rune(' '),
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
            _text.Append(new Rune(character), isEscaped: false);
        }
    }
}
