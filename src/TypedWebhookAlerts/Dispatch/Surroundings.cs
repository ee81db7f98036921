namespace TypedWebhookAlerts.Dispatch;

/// <summary>Tells what every footer ends with: the application, the machine, how long it runs, and a line of its
/// own.</summary>
internal sealed class Surroundings
{
    private readonly string? _application;
    private readonly ContextLine _line;
    private readonly TimeProvider _time;
    private readonly long _startedAt;
    private string? _shownLine;
    private TimeSpan _until;
    private string? _text;

    /// <param name="application">The application and its machine; null to name neither, nor how long it runs.</param>
    /// <param name="line">The application's own line.</param>
    /// <param name="time">The clock.</param>
    /// <param name="startedAt">When the pipeline was started, by the clock's timestamp.</param>
    public Surroundings(string? application, ContextLine line, TimeProvider time, long startedAt)
    {
        _application = application;
        _line = line;
        _time = time;
        _startedAt = startedAt;
    }

    /// <summary>Gives the text as it is now; null for none. The same text is the same object.</summary>
    /// <param name="isPump">Whether the pump asks, on whose thread alone a user's code is called.</param>
    public string? Describe(bool isPump)
    {
        var elapsed = _time.GetElapsedTime(_startedAt);
        if (isPump)
        {
            _line.Refresh(elapsed);
        }

        var line = _line.Text;
        if (elapsed >= _until || !ReferenceEquals(line, _shownLine))
        {
            _shownLine = line;
            _text = Compose(Uptime.Of(elapsed), line);
        }

        return _text;
    }

    private string? Compose(Uptime uptime, string? line)
    {
        _until = uptime.Until;
        var application = _application is null ? null : $"{_application} · {uptime.Text}";
        return (application, line) switch
        {
            (null, _) => line,
            (_, null) => application,
            _ => $"{application} · {line}",
        };
    }
}
