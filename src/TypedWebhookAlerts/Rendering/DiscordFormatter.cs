namespace TypedWebhookAlerts.Rendering;

/// <summary>
/// Hears an alert and gives the bytes that Discord is sent. One pump thread uses one formatter for alert after alert;
/// once warm, nothing is allocated but the result.
/// </summary>
/// <remarks>The parts are kept apart until all of them are known. Only then can what is too long give way to what is
/// not, whatever the order in which a renderer speaks.</remarks>
internal abstract class DiscordFormatter : AlertFormatter
{
    /// <summary>The code points of the fences around a code block.</summary>
    protected const int FenceCodePoints = 8;

    private const int MaxExceptions = 4;
    private const int MaxCauses = 4;

    /// <summary>A stack trace shorter than this tells nothing: the message before it gets the room.</summary>
    private const int LeastStackTrace = 48;

    private readonly Utf8Buffer _text = new();
    private readonly PartWriter _writer;
    private readonly List<Exception?> _exceptions = [];
    private int _fields;
    private bool _isInline;
    private bool _isDiscarding;

    protected DiscordFormatter(RenderingOptions options)
    {
        Options = options;
        _writer = new PartWriter(_text);
    }

    protected RenderingOptions Options { get; }

    /// <summary>What will be the result.</summary>
    protected Utf8Buffer Output { get; } = new();

    protected AlertHeading Heading { get; private set; }

    /// <summary>The description, and the exceptions that end it.</summary>
    protected PartList Description { get; } = new();

    /// <summary>All other parts. The first stands for the whole description while room is divided.</summary>
    protected PartList Others { get; } = new();

    /// <summary>The fields that came and are not shown.</summary>
    protected int FoldedFields { get; set; }

    protected abstract int DescriptionLimit { get; }

    /// <summary>Whether all parts stand in one text that Discord reads as markdown, not each on its own.</summary>
    protected abstract bool IsMarkdownThroughout { get; }

    /// <summary>Starts an alert. What was heard of another is forgotten.</summary>
    public void Begin(in AlertHeading heading)
    {
        Heading = heading;
        _text.Clear();
        Output.Clear();
        Description.Clear();
        Others.Clear();
        Others.Add(new AlertPart { Kind = PartKind.EntireDescription });
        _exceptions.Clear();
        _fields = FoldedFields = 0;
        _isDiscarding = false;
        if (_writer.IsOpen)
        {
            _ = _writer.End();
        }
    }

    /// <summary>Ends the alert.</summary>
    /// <returns>The alert in its final bytes.</returns>
    public RenderedAlert Finish()
    {
        End();
        foreach (var exception in _exceptions)
        {
            WriteException(exception);
        }

        // A formatter waits between alerts: it must not keep a user's objects alive.
        _exceptions.Clear();
        return Compose();
    }

    public sealed override void BeginTitle()
        => Begin(PartKind.Title, IsMarkdownThroughout ? TextContext.Markdown : TextContext.Inline, DiscordLimits.Title);

    public sealed override void BeginDescription()
        => Begin(PartKind.Description, TextContext.Markdown, DescriptionLimit);

    public sealed override void BeginField(ReadOnlySpan<byte> name, bool inline = false, bool codeBlock = false)
    {
        End();
        if (++_fields > DiscordLimits.Fields)
        {
            FoldedFields++;
            _isDiscarding = true;
            return;
        }

        _isInline = inline;
        var context = IsMarkdownThroughout ? TextContext.Markdown : TextContext.Inline;
        Begin(PartKind.FieldName, context, DiscordLimits.FieldName);
        Literal(name);
        if (codeBlock)
        {
            Begin(PartKind.FieldValue, TextContext.Code, DiscordLimits.FieldValue - FenceCodePoints);
        }
        else
        {
            Begin(PartKind.FieldValue, TextContext.Markdown, DiscordLimits.FieldValue);
        }
    }

    public sealed override void BeginFooter()
        => Begin(PartKind.Footer, IsMarkdownThroughout ? TextContext.Markdown : TextContext.Plain, DiscordLimits.Footer);

    public sealed override void End()
    {
        _isDiscarding = false;
        if (!_writer.IsOpen)
        {
            return;
        }

        var part = _writer.End();
        part.IsInline = _isInline;
        if (!part.IsVisible && !part.IsCut)
        {
            if (part.Kind is not (PartKind.FieldName or PartKind.FieldValue))
            {
                return;
            }

            MarkAsBlank(ref part);
        }

        var list = part.Kind is PartKind.Description or PartKind.Exception or PartKind.StackTrace ? Description : Others;
        list.Add(part);
    }

    public sealed override void Literal(ReadOnlySpan<byte> utf8)
    {
        if (OpenPart())
        {
            _writer.Literal(utf8);
        }
    }

    public sealed override void Exception(Exception? exception)
    {
        if (_exceptions.Count < MaxExceptions)
        {
            _exceptions.Add(exception);
        }
    }

    public sealed override void StackTrace(Exception? exception)
    {
        if (exception is null)
        {
            WriteText("(null)"u8);
        }
        else if (!Options.IncludeStackTraces)
        {
            WriteText("(stack traces are off)"u8);
        }
        else
        {
            var trace = ExceptionText.StackTrace(exception);
            Text(string.IsNullOrWhiteSpace(trace) ? "(no stack trace)" : trace);
        }
    }

    public sealed override void UserId(ulong? id)
    {
        if (id is not { } present)
        {
            WriteText("(null)"u8);
        }
        else if (OpenPart())
        {
            _writer.UserId(present);
        }
    }

    public sealed override void Link(AlertText address)
    {
        // Half an address leads elsewhere: it is no link.
        if (address.IsNull || address.IsCut)
        {
            Text(address);
        }
        else if (OpenPart())
        {
            _writer.Link(address.Value);
        }
    }

    /// <summary>Puts the parts together.</summary>
    protected abstract RenderedAlert Compose();

    protected sealed override void WriteText(ReadOnlySpan<char> text)
    {
        if (OpenPart())
        {
            _writer.Argument(text);
        }
    }

    protected sealed override void WriteText(ReadOnlySpan<byte> utf8)
    {
        if (OpenPart())
        {
            _writer.Argument(utf8);
        }
    }

    /// <summary>Decides how much of each part is shown.</summary>
    /// <param name="room">The code points that there are for all.</param>
    /// <param name="overhead">What stands between the parts, but those of the description.</param>
    protected void Divide(int room, int overhead)
    {
        GrantAll(Others);
        GrantAll(Description);
        DivideDescription(DescriptionLimit);
        ref var description = ref Others.Parts[0];
        description.Granted = FairShare.Sum(Description.Parts) + DescriptionOverhead();
        var wanted = description.Granted;
        FairShare.Divide(Others.Parts, room - overhead);
        if (Others.Parts[0].Granted < wanted)
        {
            DivideDescription(Others.Parts[0].Granted);
        }
    }

    /// <summary>The code points of what stands between and around the parts of the description.</summary>
    protected int DescriptionOverhead()
    {
        var codePoints = Math.Max(0, Description.Count - 1);
        foreach (ref readonly var part in Description.Parts)
        {
            codePoints += part.Context == TextContext.Code ? FenceCodePoints : 0;
        }

        return codePoints;
    }

    /// <summary>Appends the description's parts, each on lines of its own.</summary>
    /// <returns>The code points that were appended.</returns>
    protected int AppendDescription()
    {
        var codePoints = 0;
        foreach (ref readonly var part in Description.Parts)
        {
            if (part.Granted == 0)
            {
                continue;
            }

            if (codePoints > 0)
            {
                Output.Append("\\n"u8);
                codePoints++;
            }

            codePoints += Append(part);
        }

        return codePoints;
    }

    /// <summary>Appends as much of a part as it is granted, between fences if it is code.</summary>
    /// <returns>The code points that were appended.</returns>
    protected int Append(in AlertPart part)
    {
        var text = _text.Written.Slice(part.Start, part.Length);
        if (part.Context != TextContext.Code)
        {
            return TextCut.Append(Output, part, text);
        }

        Output.Append("```\\n"u8);
        var codePoints = TextCut.Append(Output, part, text);
        Output.Append("\\n```"u8);
        return codePoints + FenceCodePoints;
    }

    /// <summary>Encodes a text of the options once for all alerts.</summary>
    protected static AlertPart Encode(string? text, TextContext context, Utf8Buffer output)
    {
        var writer = new PartWriter(output);
        writer.Begin(PartKind.Footer, context, DiscordLimits.FieldName, isSingleLine: true);
        writer.Argument(text);
        return writer.End();
    }

    private static void GrantAll(PartList list)
    {
        foreach (ref var part in list.Parts)
        {
            part.Granted = part.Need;
        }
    }

    private void Begin(PartKind kind, TextContext context, int limit)
    {
        End();
        var isLineOfItsOwn = kind is PartKind.Title or PartKind.FieldName or PartKind.Footer;
        _writer.Begin(kind, context, limit, isSingleLine: isLineOfItsOwn && IsMarkdownThroughout);
    }

    // What is written outside of any part still has to be seen.
    private bool OpenPart()
    {
        if (!_writer.IsOpen && !_isDiscarding)
        {
            BeginDescription();
        }

        return !_isDiscarding;
    }

    private void MarkAsBlank(ref AlertPart part)
    {
        part.Start = _text.Length;
        part.Length = part.CodePoints = Legible.Blank.Length;
        part.IsVisible = true;
        _text.Append(Legible.Blank);
    }

    private void WriteException(Exception? exception)
    {
        Begin(PartKind.Exception, TextContext.Markdown, DescriptionLimit);
        if (exception is null)
        {
            WriteText("(null)"u8);
            End();
            return;
        }

        WriteTypeAndMessage(exception);
        var causes = 0;
        WriteCauses(exception, ref causes);
        End();
        if (Options.IncludeStackTraces)
        {
            Begin(PartKind.StackTrace, TextContext.Code, DescriptionLimit - FenceCodePoints);
            WriteText(ExceptionText.StackTrace(exception));
            End();
        }
    }

    private void WriteCauses(Exception exception, ref int causes)
    {
        if (exception is AggregateException { InnerExceptions.Count: > 1 } aggregate)
        {
            foreach (var inner in aggregate.InnerExceptions)
            {
                WriteCause(inner, ref causes);
            }
        }
        else if (exception.InnerException is { } inner)
        {
            WriteCause(inner, ref causes);
        }
    }

    private void WriteCause(Exception exception, ref int causes)
    {
        if (++causes <= MaxCauses)
        {
            Literal("\ncaused by "u8);
            WriteTypeAndMessage(exception);
            WriteCauses(exception, ref causes);
        }
    }

    private void WriteTypeAndMessage(Exception exception)
    {
        Literal("**"u8);
        WriteText(ExceptionText.TypeName(exception));
        Literal("**"u8);
        var message = ExceptionText.Message(exception);
        if (!string.IsNullOrWhiteSpace(message))
        {
            Literal(": "u8);
            WriteText(message);
        }
    }

    private void DivideDescription(int room)
    {
        do
        {
            GrantAll(Description);
            FairShare.Divide(Description.Parts, room - DescriptionOverhead());
        }
        while (DropStackTrace() || DropLast());
    }

    // The last stack trace whose share is too small makes room for the others.
    private bool DropStackTrace()
    {
        var parts = Description.Parts;
        for (var i = parts.Length - 1; i >= 0; i--)
        {
            if (parts[i].Kind == PartKind.StackTrace && parts[i].Granted < Math.Min(parts[i].Need, LeastStackTrace))
            {
                Description.RemoveAt(i, 1);
                return true;
            }
        }

        return false;
    }

    private bool DropLast()
    {
        var drops = Description.Count > 1 && Description.Parts[^1].Granted == 0;
        Description.Truncate(Description.Count - (drops ? 1 : 0));
        return drops;
    }
}
