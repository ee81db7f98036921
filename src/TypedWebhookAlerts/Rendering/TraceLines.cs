namespace TypedWebhookAlerts.Rendering;

/// <summary>The lines of one exception's stack trace: the first and the last ones, as many as can be shown, and how
/// many there are. What lies between is never taken apart.</summary>
internal sealed class TraceLines
{
    private readonly List<string> _first = [];
    private readonly List<string> _last = [];

    /// <param name="heading">The line before the trace; null for none.</param>
    /// <param name="trace">The trace.</param>
    public TraceLines(string? heading, TraceText trace)
    {
        var first = trace.First.Span.TrimStart("\r\n").TrimEnd();
        var last = trace.Last.Span.TrimEnd();
        IsCounted = trace.IsWhole;
        Count = (heading is null ? 0 : 1) + LinesOf(first) + (last.IsEmpty ? 0 : 1 + LinesOf(last));
        if (heading is not null)
        {
            Add(heading);
        }

        ReadFirst(first);
        IsWhole &= trace.IsWhole;
        if (!IsWhole)
        {
            ReadLast(trace.IsWhole ? first : last);
        }
    }

    /// <summary>How many lines there are, the heading among them; at least, if not all of them were looked
    /// at.</summary>
    public int Count { get; }

    public bool IsCounted { get; }

    /// <summary>Whether <see cref="First"/> is all.</summary>
    public bool IsWhole { get; private set; }

    /// <summary>The code points of <see cref="First"/>, with a line feed after each.</summary>
    public int CodePoints { get; private set; }

    /// <summary>The first lines.</summary>
    public IReadOnlyList<string> First => _first;

    /// <summary>The last lines, the very last one first; if <see cref="First"/> is all, from there.</summary>
    public IEnumerable<string> Last => IsWhole ? Enumerable.Reverse(_first) : _last;

    /// <summary>The code points of a line, with a line feed.</summary>
    public static int Cost(string line)
    {
        var codePoints = 1;
        foreach (var _ in line.EnumerateRunes())
        {
            codePoints++;
        }

        return codePoints;
    }

    private static int LinesOf(ReadOnlySpan<char> text) => text.IsEmpty ? 0 : text.Count('\n') + 1;

    private void ReadFirst(ReadOnlySpan<char> text)
    {
        while (CodePoints <= DiscordLimits.Description)
        {
            var length = text.IndexOf('\n');
            Add(Line(length < 0 ? text : text[..length]));
            if (length < 0)
            {
                IsWhole = CodePoints <= DiscordLimits.Description;
                return;
            }

            text = text[(length + 1)..];
        }
    }

    private void ReadLast(ReadOnlySpan<char> text)
    {
        for (var codePoints = 0; codePoints <= DiscordLimits.Description;)
        {
            var start = text.LastIndexOf('\n') + 1;
            var line = Line(text[start..]);
            codePoints += Cost(line);
            _last.Add(line);
            if (start == 0)
            {
                return;
            }

            text = text[..(start - 1)];
        }
    }

    private void Add(string line)
    {
        _first.Add(line);
        CodePoints += Cost(line);
    }

    /// <summary>A line without its carriage return, and no longer than what can be shown.</summary>
    private static string Line(ReadOnlySpan<char> line)
    {
        line = line.TrimEnd('\r');
        return line.Length <= DiscordLimits.Description * 2
            ? line.ToString()
            : ShortText.Of(line, DiscordLimits.Description);
    }
}
