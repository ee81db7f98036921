namespace TypedWebhookAlerts.Rendering;

/// <summary>The exceptions that end an alert's description, each with its stack trace.</summary>
internal sealed class ExceptionParts
{
    private const int MaxExceptions = 4;

    private readonly List<Exception?> _exceptions = [];
    private readonly PartWriter _writer;
    private readonly FormattedTraces _traces;
    private readonly RenderingOptions _options;

    /// <param name="writer">Writes what an exception is.</param>
    /// <param name="traces">Takes the stack traces, which are cut when their room is known.</param>
    /// <param name="options">Whether they are shown, and what of them.</param>
    public ExceptionParts(PartWriter writer, FormattedTraces traces, RenderingOptions options)
    {
        _writer = writer;
        _traces = traces;
        _options = options;
    }

    public void Clear() => _exceptions.Clear();

    public void Add(Exception? exception)
    {
        if (_exceptions.Count < MaxExceptions)
        {
            _exceptions.Add(exception);
        }
    }

    /// <summary>Writes them into a description.</summary>
    /// <param name="description">The description's parts.</param>
    /// <param name="limit">The most code points of the description.</param>
    public void WriteTo(PartList description, int limit)
    {
        foreach (var exception in _exceptions)
        {
            _writer.Begin(PartKind.Exception, TextContext.Markdown, limit);
            ExceptionSentence.Write(_writer, exception, _options.Redactor);
            var sentence = _writer.End();
            if (sentence.IsVisible || sentence.IsCut)
            {
                description.Add(sentence);
            }

            if (exception is not null && _options.IncludeStackTraces)
            {
                AddTrace(
                    description,
                    ExceptionTrace.Read(exception, _options.Redactor),
                    limit - PartRoom.FenceCodePoints);
            }
        }
    }

    private void AddTrace(PartList description, ExceptionTrace trace, int limit)
    {
        if (trace.IsEmpty)
        {
            return;
        }

        description.Add(new AlertPart
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
