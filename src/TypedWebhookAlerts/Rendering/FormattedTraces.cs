namespace TypedWebhookAlerts.Rendering;

/// <summary>The stack traces of the alert that is being formatted, and which of them are shown whole.</summary>
internal sealed class FormattedTraces
{
    private readonly List<(ExceptionTrace Trace, bool IsWhole)> _traces = [];

    public void Clear() => _traces.Clear();

    /// <summary>Adds a trace. Until it is asked for, it is not shown.</summary>
    /// <returns>Its number, from 1.</returns>
    public int Add(ExceptionTrace trace)
    {
        _traces.Add((trace, false));
        return _traces.Count;
    }

    /// <summary>As much of a trace as there is room for.</summary>
    public string Cut(int number, int room)
    {
        var trace = _traces[number - 1].Trace;
        _traces[number - 1] = (trace, !trace.HasMore && trace.CodePoints <= room);
        return trace.Cut(room);
    }

    /// <summary>The exceptions whose traces are not shown whole, each of them once.</summary>
    public IReadOnlyList<Exception> FindCut()
        => [.. _traces.Where(trace => !trace.IsWhole)
            .Select(trace => trace.Trace.Exception)
            .Distinct<Exception>(ReferenceEqualityComparer.Instance)];
}
