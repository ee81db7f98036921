using System.Text;
using TypedWebhookAlerts.Privacy;

namespace TypedWebhookAlerts.Rendering;

/// <summary>Writes what an alert says in a log: its description, or its title and its fields where it has none. All
/// else is in the log entry by itself.</summary>
/// <param name="redactor">Takes out of arguments what is not to leave.</param>
/// <param name="classification">What classified text is shown as.</param>
internal sealed class LogMessageFormatter(TextRedactor redactor, ClassifiedRedactor classification)
    : PlainTextFormatter(redactor, classification)
{
    private readonly StringBuilder _title = new();
    private readonly StringBuilder _description = new();
    private readonly StringBuilder _fields = new();
    private readonly List<(string Text, string Shown)> _redacted = [];
    private int _lastField;

    /// <summary>Whether anything was redacted since the last call of <see cref="Forget"/>.</summary>
    public bool HasRedacted => _redacted.Count > 0;

    public override void End()
    {
        base.End();
        Output = null;
    }

    /// <summary>The exception is in the log entry: its field goes.</summary>
    public override void StackTrace(Exception? exception)
    {
        if (Output == _fields)
        {
            _fields.Length = _lastField;
            Output = null;
        }
    }

    /// <summary>Gives what the alert says, and forgets it.</summary>
    public string Take()
    {
        var message = _description.Length > 0 ? _description.ToString()
            : _fields.Length > 0 ? $"{_title} ({_fields})".TrimStart()
            : _title.ToString();
        _description.Clear();
        _title.Clear();
        _fields.Clear();
        Output = null;
        return message;
    }

    /// <summary>What was shown in the place of a text since the last call of <see cref="Forget"/>; null where it was
    /// shown as it is. What names a secret may stand around its hole alone, and not be its parameter's name.</summary>
    public string? ShownFor(ReadOnlySpan<char> text)
    {
        foreach (var (redacted, shown) in _redacted)
        {
            if (text.SequenceEqual(redacted))
            {
                return shown;
            }
        }

        return null;
    }

    /// <summary>Forgets what was redacted.</summary>
    public void Forget() => _redacted.Clear();

    private protected override string? Redact(AlertText text)
    {
        var shown = base.Redact(text);
        if (shown is not null)
        {
            _redacted.Add((text.ToString(), shown));
        }

        return shown;
    }

    protected override void Begin(PartKind part)
    {
        Output = part switch
        {
            PartKind.Title => _title,
            PartKind.Description => _description,
            PartKind.FieldName => _fields,
            _ => null,
        };
        if (Output == _fields)
        {
            _lastField = _fields.Length;
            _fields.Append(_lastField > 0 ? ", " : "");
        }
    }
}
