using System.Text;

namespace TypedWebhookAlerts.Rendering;

/// <summary>The text of the part that is being written, and what Discord makes of it so far.</summary>
internal sealed class FollowedText(PartText text)
{
    private MarkdownState _state;

    public PartText Text => text;

    /// <summary>What Discord makes of what is written.</summary>
    public ref MarkdownState State => ref _state;

    /// <summary>Whether styles are read where the text stands.</summary>
    public bool ReadsMarkdown => text.Context is TextContext.Markdown or TextContext.Inline;

    /// <summary>Starts with the part's first rune.</summary>
    /// <param name="isInBold">Whether it will stand in bold text.</param>
    /// <param name="followsOthers">Whether others may stand before it in one text.</param>
    public void Begin(bool isInBold, bool followsOthers)
        => _state = new MarkdownState(text.Context, isInBold, followsOthers);

    /// <summary>Appends a rune whose meaning stands.</summary>
    /// <returns>Whether it was appended.</returns>
    public bool Append(Rune rune)
    {
        var isAppended = text.Append(rune, isEscaped: false);
        if (isAppended)
        {
            _state.Follow(rune);
        }

        return isAppended;
    }

    /// <summary>Appends ASCII whose meaning stands.</summary>
    public void Append(ReadOnlySpan<byte> ascii)
    {
        foreach (var character in ascii)
        {
            _ = Append(new Rune(character));
        }
    }

    /// <summary>Appends a rune that means nothing: it is escaped, or harmless where it stands.</summary>
    /// <returns>Whether it was appended.</returns>
    public bool AppendInert(Rune rune, bool isEscaped = false)
    {
        var isAppended = text.Append(rune, isEscaped);
        if (isAppended)
        {
            _state.FollowArgument(rune, isEscaped);
        }

        return isAppended;
    }

    /// <summary>Appends ASCII that means nothing inside a line, and for which there is room.</summary>
    public void AppendPlain(ReadOnlySpan<byte> ascii, bool isArgument = true)
    {
        text.AppendPlain(ascii);
        _state.FollowPlain(ascii, isArgument);
    }

    /// <summary>Appends a mark of ours, which is nothing if it is not whole.</summary>
    public void AppendMark(ReadOnlySpan<byte> ascii)
    {
        if (text.AppendWhole(ascii))
        {
            _state.FollowPlain(ascii);
        }
    }

    /// <summary>Keeps what stands before apart from what follows, without being seen.</summary>
    public void AppendGap() => AppendInert(Markdown.ZeroWidthSpace);
}
