using System.Text;

namespace TypedWebhookAlerts.Rendering;

/// <summary>Writes an argument's runes so that none of them has a meaning, in each way that the place asks
/// for.</summary>
internal sealed class MarkdownArgument(FollowedText text)
{
    private bool _isContent;
    private bool _isLineToMark;

    /// <summary>Whether an argument wrote any of the part's code.</summary>
    public bool IsInCode { get; private set; }

    /// <summary>Starts with the part's first rune.</summary>
    /// <param name="isContent">Whether it stands in the content of a message. There further lines are marked, so that
    /// none of them looks like another alert, and Discord looks for invitations.</param>
    public void Begin(bool isContent) => (_isContent, _isLineToMark, IsInCode) = (isContent, false, false);

    /// <summary>Ends it: a literal follows.</summary>
    public void End() => _isLineToMark = false;

    /// <summary>How many bytes from the start mean nothing inside a line.</summary>
    public int PlainLength(ReadOnlySpan<byte> utf8)
        => _isContent ? Markdown.PlainLengthToSlash(utf8) : Markdown.PlainLength(utf8);

    /// <summary>Appends a rune.</summary>
    /// <param name="rune">The rune.</param>
    /// <param name="rest">What follows it, as far as it is known.</param>
    public void Append(Rune rune, ReadOnlySpan<byte> rest)
    {
        ref var state = ref text.State;
        if (text.ReadsMarkdown && state.Code != 0)
        {
            AppendInCode(rune, rest);
        }
        else if (text.ReadsMarkdown && state.IsInUrl)
        {
            AppendInUrl(rune);
        }
        else if (text.ReadsMarkdown && state.IsInTarget)
        {
            AppendInTarget(rune, rest);
        }
        else
        {
            AppendInText(rune, rest);
        }
    }

    /// <summary>Appends ASCII that means nothing inside a line, and for which there is room.</summary>
    public void AppendPlain(ReadOnlySpan<byte> ascii)
    {
        IsInCode |= text.State.Code != 0;
        text.AppendPlain(ascii);
    }

    private void AppendInCode(Rune rune, ReadOnlySpan<byte> rest)
    {
        // In inline code a line feed could end the quote or list that the code stands in, and with it the code.
        ref var state = ref text.State;
        rune = rune.Value switch
        {
            '`' => Markdown.CodeBacktick,
            '\n' when state.Code != MarkdownState.Fence || state.IsMarkedLine => new Rune(' '),
            '(' when state.EndsInBracket => Markdown.Fullwidth(rune),
            '[' or ']' or '\\' when state.IsInLabel => Markdown.Fullwidth(rune),
            _ when state.EndsStyleAround(rune) => Markdown.Fullwidth(rune),
            _ => rune,
        };
        IsInCode = true;
        text.AppendInert(rune);
    }

    private void AppendInUrl(Rune rune)
    {
        Span<byte> encoded = stackalloc byte[LinkText.MaxEncodedRune];
        text.AppendMark(encoded[..LinkText.EncodeArgument(rune, encoded)]);
    }

    // Backslashes are nothing in a link's target, and an argument must not say where a link leads.
    private void AppendInTarget(Rune rune, ReadOnlySpan<byte> rest)
    {
        var isMark = rune.Value is ':' or '/' or '(' or ')' or '<' or '>'
            || Markdown.NeedsEscape(text.State, rune, rest);
        if (text.AppendInert(isMark ? Markdown.Fullwidth(rune) : rune) && NeedsGapAfter(rune, rest))
        {
            text.AppendGap();
        }
    }

    private void AppendInText(Rune rune, ReadOnlySpan<byte> rest)
    {
        if (text.ReadsMarkdown && text.State.IsMarkedLine && rune.Value == '\n')
        {
            rune = new Rune(' ');
        }

        if (rune.Value == ' ' && text.ReadsMarkdown && text.State.IsBehindItem)
        {
            rune = Markdown.NoBreakSpace;
        }

        if (_isLineToMark && Legible.IsVisible(rune))
        {
            AppendLineMark();
        }

        if (_isContent && rune.Value is '/' or '\\' && text.State.EndsInInvitation)
        {
            text.AppendGap();
        }

        var isEscaped = text.ReadsMarkdown && Markdown.NeedsEscape(text.State, rune, rest);
        if (!text.AppendInert(rune, isEscaped))
        {
            return;
        }

        _isLineToMark = _isContent && (rune.Value == '\n' || _isLineToMark);
        if (NeedsGapAfter(rune, rest))
        {
            text.AppendGap();
        }
    }

    private void AppendLineMark()
    {
        _isLineToMark = false;
        foreach (var rune in Markdown.LineMark)
        {
            text.AppendInert(rune);
        }
    }

    private bool NeedsGapAfter(Rune rune, ReadOnlySpan<byte> rest) => rune.Value switch
    {
        '@' => text.Text.Context == TextContext.Markdown && Markdown.IsMassMention(rest),
        '#' => text.State.IsHeading && Markdown.IsEndOfHeading(rest),
        _ => false,
    };
}
