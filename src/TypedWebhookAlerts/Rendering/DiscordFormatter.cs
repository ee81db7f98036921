namespace TypedWebhookAlerts.Rendering;

/// <summary>
/// Hears an alert and gives the bytes that Discord is sent. One pump thread uses one formatter for alert after alert;
/// once warm, nothing is allocated but the result.
/// </summary>
/// <remarks>The parts are kept apart until all of them are known. Only then can what is too long give way to what is
/// not, whatever the order in which a renderer speaks.</remarks>
internal abstract class DiscordFormatter : AlertFormatter
{
    private const int MaxExceptions = 4;

    /// <summary>What an incident's message leaves for how it goes on, at most: two of three code points where there are
    /// few.</summary>
    private const int IncidentReserve = 512;

    private readonly Utf8Buffer _text = new();
    private readonly PartWriter _writer;
    private readonly List<Exception?> _exceptions = [];
    private readonly FormattedTraces _traces = new();
    private int _fields;
    private bool _isInline;
    private bool _isDiscarding;
    private bool _leavesRoom;
    private int _fieldTrace;

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

    protected abstract int FullDescriptionLimit { get; }

    /// <summary>What is left free now for how an incident goes on.</summary>
    protected int Reserve => _leavesRoom ? FullReserve : 0;

    protected int DescriptionLimit => FullDescriptionLimit - Reserve;

    private int FullReserve => Math.Min(IncidentReserve, FullDescriptionLimit * 2 / 3);

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
        _traces.Clear();
        _fields = FoldedFields = _fieldTrace = 0;
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

        var alert = Compose();
        if (Options.AttachTraces && _traces.FindCut() is { Count: > 0 } cut)
        {
            alert.Trace = TraceFile.Write(cut);
        }

        if (Heading.IsIncident && alert.Room < FullReserve)
        {
            alert.Shorter = ComposeShorter();
        }

        // A formatter waits between alerts: it must not keep a user's objects alive.
        _exceptions.Clear();
        _traces.Clear();
        return alert;
    }

    public sealed override void BeginTitle()
        => Begin(PartKind.Title, IsMarkdownThroughout ? TextContext.Markdown : TextContext.Inline, DiscordLimits.Title);

    public sealed override void BeginDescription()
        => Begin(PartKind.Description, TextContext.Markdown, DescriptionLimit);

    public sealed override void BeginField(ReadOnlySpan<byte> name, bool inline = false, bool codeBlock = false)
    {
        if (TryBeginFieldName(inline))
        {
            Literal(name);
            BeginFieldValue(codeBlock);
        }
    }

    internal sealed override void BeginField(AlertText name, bool inline)
    {
        if (TryBeginFieldName(inline))
        {
            Text(name);
            BeginFieldValue(isCode: false);
        }
    }

    public sealed override void BeginFooter()
    {
        var context = IsMarkdownThroughout ? TextContext.Markdown : TextContext.Plain;
        Begin(PartKind.Footer, context, DiscordLimits.Footer);
    }

    public sealed override void End()
    {
        _isDiscarding = false;
        if (!_writer.IsOpen)
        {
            return;
        }

        var part = _writer.End();
        part.IsInline = _isInline;
        part.Trace = part.Context == TextContext.Code ? _fieldTrace : 0;
        _fieldTrace = 0;
        if (!part.IsVisible && !part.IsCut)
        {
            if (part.Kind is not (PartKind.FieldName or PartKind.FieldValue))
            {
                return;
            }

            MarkAsBlank(ref part);
        }

        var endsInDescription = part.Kind is PartKind.Description or PartKind.Exception or PartKind.StackTrace;
        (endsInDescription ? Description : Others).Add(part);
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
        else if (OpenPart())
        {
            WriteTrace(ExceptionTrace.Read(exception));
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
            _writer.UserId(present, Options.UserIds);
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
        if (part.Trace > 0 && (part.Kind == PartKind.StackTrace || part.Granted < part.CodePoints))
        {
            return AppendTrace(part);
        }

        var text = _text.Written.Slice(part.Start, part.Length);
        if (part.Context != TextContext.Code)
        {
            return TextCut.Append(Output, part, text);
        }

        Output.Append("```\\n"u8);
        var codePoints = TextCut.Append(Output, part, text);
        Output.Append("\\n```"u8);
        return codePoints + PartRoom.FenceCodePoints;
    }

    private int AppendTrace(in AlertPart part)
    {
        _writer.Begin(part.Kind, TextContext.Code, part.Granted);
        _writer.Argument(_traces.Cut(part.Trace, part.Granted));
        var written = _writer.End();
        Output.Append("```\\n"u8);
        Output.Append(_text.Written.Slice(written.Start, written.Length));
        Output.Append("\\n```"u8);
        return written.CodePoints + PartRoom.FenceCodePoints;
    }

    /// <summary>Encodes a text of the options once for all alerts.</summary>
    protected static AlertPart Encode(string? text, TextContext context, Utf8Buffer output)
    {
        var writer = new PartWriter(output);
        writer.Begin(PartKind.Footer, context, DiscordLimits.FieldName, isSingleLine: true);
        writer.Argument(text);
        return writer.End();
    }

    // From the same parts: what was left out before has no room in less of it either.
    private RenderedAlert ComposeShorter()
    {
        Output.Clear();
        _leavesRoom = true;
        var shorter = Compose();
        _leavesRoom = false;
        return shorter;
    }

    private void Begin(PartKind kind, TextContext context, int limit)
    {
        End();
        var isLineOfItsOwn = kind is PartKind.Title or PartKind.FieldName or PartKind.Footer;
        _writer.Begin(kind, context, limit, isSingleLine: isLineOfItsOwn && IsMarkdownThroughout);
    }

    private bool TryBeginFieldName(bool inline)
    {
        End();
        if (++_fields > DiscordLimits.Fields)
        {
            FoldedFields++;
            _isDiscarding = true;
            return false;
        }

        _isInline = inline;
        var context = IsMarkdownThroughout ? TextContext.Markdown : TextContext.Inline;
        Begin(PartKind.FieldName, context, DiscordLimits.FieldName);
        return true;
    }

    private void BeginFieldValue(bool isCode)
    {
        if (isCode)
        {
            Begin(PartKind.FieldValue, TextContext.Code, DiscordLimits.FieldValue - PartRoom.FenceCodePoints);
        }
        else
        {
            Begin(PartKind.FieldValue, TextContext.Markdown, DiscordLimits.FieldValue);
        }
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
        ExceptionSentence.Write(_writer, exception);
        End();
        if (exception is not null && Options.IncludeStackTraces && ExceptionTrace.Read(exception) is { IsEmpty: false } trace)
        {
            var limit = DescriptionLimit - PartRoom.FenceCodePoints;
            Description.Add(new AlertPart
            {
                Kind = PartKind.StackTrace,
                Context = TextContext.Code,
                Limit = limit,
                CodePoints = Math.Min(trace.CodePoints, limit),
                IsCut = trace.CodePoints > limit,
                IsVisible = true,
                Trace = _traces.Add(trace),
            });
        }
    }

    private void WriteTrace(ExceptionTrace trace)
    {
        if (trace.IsEmpty)
        {
            Text("(no stack trace)");
            return;
        }

        _fieldTrace = _traces.Add(trace);
        Text(_traces.Cut(_fieldTrace, _writer.Room));
    }
}
