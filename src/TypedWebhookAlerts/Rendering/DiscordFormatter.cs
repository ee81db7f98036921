using System.Globalization;
using TypedWebhookAlerts.Privacy;

namespace TypedWebhookAlerts.Rendering;

/// <summary>
/// Hears an alert and gives the bytes that Discord is sent. One pump thread uses one formatter for alert after alert;
/// once warm, nothing is allocated but the result.
/// </summary>
/// <remarks>The parts are kept apart until all of them are known. Only then can what is too long give way to what is
/// not, whatever the order in which a renderer speaks.</remarks>
internal abstract class DiscordFormatter : AlertFormatter
{
    /// <summary>What an incident's message leaves for how it goes on, at most: two of three code points where there are
    /// few.</summary>
    private const int IncidentReserve = 512;

    private readonly AlertParts _parts = new();
    private readonly PartWriter _writer;
    private readonly CurrentPart _part;
    private readonly FormattedTraces _traces = new();
    private readonly ExceptionParts _exceptions;
    private readonly PartOutput _output;
    private readonly bool _isMarkdownThroughout;
    private bool _leavesRoom;

    /// <param name="options">What is shown.</param>
    /// <param name="isMarkdownThroughout">Whether all parts stand in one text that Discord reads as markdown, not each
    /// on its own.</param>
    protected DiscordFormatter(RenderingOptions options, bool isMarkdownThroughout)
    {
        Options = options;
        _isMarkdownThroughout = isMarkdownThroughout;
        _writer = _parts.Writer;
        _writer.IsContent = isMarkdownThroughout;
        _part = new CurrentPart(_parts, isMarkdownThroughout);
        _exceptions = new ExceptionParts(_writer, _traces, options);
        _output = new PartOutput(_parts, _traces);
        FooterEnd = new FooterEnd(_part.FooterContext, options.FooterEnd, options.ApplicationName);
    }

    internal sealed override CultureInfo? Culture => Options.Culture;

    internal sealed override ClassifiedRedactor Classification => Options.Classification;

    internal sealed override TextRedactor Redactor => Options.Redactor;

    protected RenderingOptions Options { get; }

    /// <summary>What will be the result.</summary>
    protected Utf8Buffer Output { get; } = new();

    protected AlertHeading Heading { get; private set; }

    /// <summary>The description, and the exceptions that end it.</summary>
    protected PartList Description => _parts.Description;

    /// <summary>All other parts. The first stands for the whole description while room is divided.</summary>
    protected PartList Others => _parts.Others;

    /// <summary>What the footer ends with.</summary>
    protected FooterEnd FooterEnd { get; }

    /// <summary>The fields that came and are not shown.</summary>
    protected int FoldedFields
    {
        get => _part.FoldedFields;
        set => _part.FoldedFields = value;
    }

    protected abstract int FullDescriptionLimit { get; }

    /// <summary>What is left free now for how an incident goes on.</summary>
    protected int Reserve => _leavesRoom ? FullReserve : 0;

    protected int DescriptionLimit => FullDescriptionLimit - Reserve;

    private int FullReserve => Math.Min(IncidentReserve, FullDescriptionLimit * 2 / 3);

    /// <summary>Starts an alert. What was heard of another is forgotten.</summary>
    public void Begin(in AlertHeading heading)
    {
        Heading = heading;
        FooterEnd.Refresh();
        Output.Clear();
        _parts.Clear();
        _exceptions.Clear();
        _traces.Clear();
        _part.Clear(DescriptionLimit);
        Before.Clear();
    }

    /// <summary>Ends the alert.</summary>
    /// <returns>The alert in its final bytes.</returns>
    public RenderedAlert Finish()
    {
        End();
        WriteTraceId();
        FooterEnd.Follow(_parts.FindText(PartKind.Footer));
        _exceptions.WriteTo(Description, DescriptionLimit);
        var alert = Compose();
        if (Options.AttachTraces && _traces.FindCut() is { Count: > 0 } cut)
        {
            alert.Trace = TraceFile.Write(cut, Redactor);
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
    {
        Before.Clear();
        _part.BeginTitle();
    }

    public sealed override void BeginDescription()
    {
        Before.Clear();
        _part.BeginDescription();
    }

    public sealed override void BeginField(ReadOnlySpan<byte> name, bool inline = false, bool codeBlock = false)
    {
        Before.Clear();
        if (_part.TryBeginFieldName(inline))
        {
            Literal(name);
            _part.BeginFieldValue(codeBlock);
        }
    }

    internal sealed override void BeginField(AlertText name, bool inline)
    {
        Before.Clear();
        if (_part.TryBeginFieldName(inline))
        {
            Text(name);
            _part.BeginFieldValue(isCode: false);
        }
    }

    public sealed override void BeginFooter()
    {
        Before.Clear();
        _part.BeginFooter();
    }

    public sealed override void End()
    {
        Before.Clear();
        _part.End();
    }

    public sealed override void Literal(ReadOnlySpan<byte> utf8)
    {
        if (_part.Open())
        {
            _writer.Literal(utf8);
            Before.Add(utf8);
        }
    }

    public sealed override void Exception(Exception? exception) => _exceptions.Add(exception);

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
        else if (_part.Open())
        {
            WriteTrace(ExceptionTrace.Read(exception, Redactor));
        }
    }

    public sealed override void UserId(ulong? id)
    {
        if (id is not { } present)
        {
            WriteText("(null)"u8);
        }
        else if (_part.Open())
        {
            _writer.UserId(present, Redactor.UserIds);
        }
    }

    public sealed override void Link(AlertText address)
    {
        // Half an address leads elsewhere, and so does one without its secret: it is no link.
        if (address.IsNull || address.IsCut || Redact(address) is not null)
        {
            Text(address);
        }
        else if (_part.Open())
        {
            _writer.Link(address.Value);
            Before.Add(address.Value);
        }
    }

    /// <summary>Puts the parts together.</summary>
    protected abstract RenderedAlert Compose();

    protected sealed override void WriteText(ReadOnlySpan<char> text)
    {
        if (_part.Open())
        {
            _writer.Argument(text);
            Before.Add(text);
        }
    }

    protected sealed override void WriteText(ReadOnlySpan<byte> utf8)
    {
        if (_part.Open())
        {
            _writer.Argument(utf8);
            Before.Add(utf8);
        }
    }

    /// <summary>Appends the description's parts, each on lines of its own.</summary>
    /// <returns>The code points that were appended.</returns>
    protected int AppendDescription() => _output.AppendLines(Output, Description);

    /// <summary>Appends as much of a part as it is granted.</summary>
    /// <returns>The code points that were appended.</returns>
    protected int Append(in AlertPart part) => _output.Append(Output, part);

    // From the same parts: what was left out before has no room in less of it either.
    private RenderedAlert ComposeShorter()
    {
        Output.Clear();
        _leavesRoom = true;
        var shorter = Compose();
        _leavesRoom = false;
        return shorter;
    }

    private void WriteTraceId()
    {
        if (Heading.TraceId is not { } id)
        {
            return;
        }

        BeginField("Trace"u8, inline: true);
        if (_part.Open() && Options.TraceLink is { } link && link.TryWrite(_writer, id, _isMarkdownThroughout))
        {
            End();
            Others.Parts[^1].Label = id.Length;
        }
        else
        {
            WriteText(id);
            End();
        }
    }

    private void WriteTrace(ExceptionTrace trace)
    {
        if (trace.IsEmpty)
        {
            WriteText("(no stack trace)"u8);
            return;
        }

        var number = _traces.Add(trace);
        _part.Trace = number;
        WriteText(_traces.Cut(number, _writer.Room));
    }
}
