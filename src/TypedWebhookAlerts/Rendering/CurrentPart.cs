namespace TypedWebhookAlerts.Rendering;

/// <summary>The part that a renderer speaks into: opens one after another, in the way that its kind is read, and leaves
/// out the fields that Discord does not take.</summary>
/// <param name="parts">Where the parts are kept.</param>
/// <param name="isMarkdownThroughout">Whether all parts stand in one text that Discord reads as markdown, not each on
/// its own.</param>
internal sealed class CurrentPart(AlertParts parts, bool isMarkdownThroughout)
{
    private readonly PartWriter _writer = parts.Writer;
    private int _fields;
    private int _descriptionLimit;
    private bool _isDiscarding;

    /// <summary>How a footer is read.</summary>
    public TextContext FooterContext => isMarkdownThroughout ? TextContext.Markdown : TextContext.Plain;

    /// <summary>The fields that came and are not shown.</summary>
    public int FoldedFields { get; set; }

    /// <summary>The number of the stack trace that is all of it; 0 for other texts.</summary>
    public int Trace { private get; set; }

    private TextContext NameContext => isMarkdownThroughout ? TextContext.Markdown : TextContext.Inline;

    /// <summary>Starts an alert.</summary>
    /// <param name="descriptionLimit">The most code points of its description.</param>
    public void Clear(int descriptionLimit)
    {
        _descriptionLimit = descriptionLimit;
        _fields = FoldedFields = Trace = 0;
        _isDiscarding = false;
    }

    public void BeginTitle() => Begin(PartKind.Title, NameContext, DiscordLimits.Title);

    public void BeginDescription() => Begin(PartKind.Description, TextContext.Markdown, _descriptionLimit);

    public void BeginFooter() => Begin(PartKind.Footer, FooterContext, DiscordLimits.Footer);

    /// <summary>Begins a field.</summary>
    /// <returns>False where there is no room for more: what follows, until another part, is not heard.</returns>
    public bool TryBeginFieldName(bool inline)
    {
        End();
        if (++_fields > DiscordLimits.Fields)
        {
            FoldedFields++;
            _isDiscarding = true;
            return false;
        }

        parts.IsInline = inline;
        Begin(PartKind.FieldName, NameContext, DiscordLimits.FieldName);
        return true;
    }

    public void BeginFieldValue(bool isCode)
        => Begin(
            PartKind.FieldValue,
            isCode ? TextContext.Code : TextContext.Markdown,
            DiscordLimits.FieldValue - (isCode ? PartRoom.FenceCodePoints : 0));

    /// <summary>Sees to it that something is open. What is written outside of any part still has to be seen.</summary>
    /// <returns>False where nothing is heard.</returns>
    public bool Open()
    {
        if (!_writer.IsOpen && !_isDiscarding)
        {
            BeginDescription();
        }

        return !_isDiscarding;
    }

    public void End()
    {
        _isDiscarding = false;
        if (_writer.IsOpen)
        {
            parts.End(Trace);
            Trace = 0;
        }
    }

    private void Begin(PartKind kind, TextContext context, int limit)
    {
        End();
        var isLineOfItsOwn = kind is PartKind.Title or PartKind.FieldName or PartKind.Footer;
        _writer.Begin(kind, context, limit, isSingleLine: isLineOfItsOwn && isMarkdownThroughout);
    }
}
