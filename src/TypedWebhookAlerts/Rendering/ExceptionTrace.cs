using TypedWebhookAlerts.Privacy;

namespace TypedWebhookAlerts.Rendering;

/// <summary>
/// The stack traces of an exception and of its causes, as one text: the exception's own, then each cause with a line
/// that says what it is. It is read once, and cut to any length.
/// </summary>
internal sealed class ExceptionTrace
{
    /// <summary>So many causes are shown with their traces, the innermost besides; to read more takes longer than
    /// anybody looks.</summary>
    private const int MostCauses = 8;

    private const int MostHeading = 200;

    private readonly List<TraceLines> _sections = [];
    private readonly int _innermost;
    private readonly TextRedactor _redactor;

    private ExceptionTrace(Exception exception, TextRedactor redactor)
    {
        _redactor = redactor;
        Exception = exception;
        Add(exception, heading: null);
        var innermost = ExceptionCauses.Innermost(exception);
        var causes = ExceptionCauses.Of(exception);
        HasMore = causes.Count > MostCauses;
        List<Exception> shown = [.. causes.Take(MostCauses)];
        if (innermost != exception && !ExceptionCauses.Has(shown, innermost))
        {
            shown.Add(innermost);
        }

        var hasInnermost = false;
        foreach (var cause in shown)
        {
            if (Add(cause, Heading(cause)))
            {
                // One that has no trace leaves its place to the last that has.
                _innermost = hasInnermost ? _innermost : _sections.Count - 1;
                hasInnermost |= cause == innermost;
            }
        }
    }

    public Exception Exception { get; }

    public bool IsEmpty => _sections.Count == 0;

    /// <summary>Whether there are causes that are not shown, however much room there is.</summary>
    public bool HasMore { get; }

    /// <summary>The code points of the whole text; more than a description's limit if it is longer than that.</summary>
    public int CodePoints
        => _sections.TrueForAll(section => section.IsWhole)
            ? Math.Min(_sections.Sum(section => section.CodePoints) - 1, DiscordLimits.Description + 1)
            : DiscordLimits.Description + 1;

    /// <summary>Reads it.</summary>
    /// <param name="exception">The exception.</param>
    /// <param name="redactor">Takes out of the texts what is not to leave, before any line of them is left out.</param>
    public static ExceptionTrace Read(Exception exception, TextRedactor redactor) => new(exception, redactor);

    /// <summary>The text, as much of it as fits: its first lines, the first lines of the innermost exception (or the
    /// last of all, if there is but one), and how many lines are missing between.</summary>
    /// <param name="room">The most code points.</param>
    public string Cut(int room)
        => CodePoints <= room
            ? string.Join('\n', _sections.SelectMany(section => section.First))
            : TraceCut.Create(_sections, _innermost, room);

    private bool Add(Exception exception, string? heading)
    {
        var trace = ExceptionText.StackTrace(exception, _redactor);
        var start = trace.First.Span[..Math.Min(trace.First.Length, DiscordLimits.Description)];
        foreach (var rune in start.EnumerateRunes())
        {
            if (Legible.IsVisible(rune))
            {
                _sections.Add(new TraceLines(heading, trace));
                return true;
            }
        }

        return false;
    }

    private string Heading(Exception cause)
    {
        var summary = ExceptionText.Summary(cause, _redactor).AsSpan();
        var line = summary[..(summary.IndexOfAny('\r', '\n') is var end and >= 0 ? end : summary.Length)];
        return "caused by " + ShortText.Of(line, MostHeading);
    }
}
