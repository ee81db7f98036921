using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.Testing.Recording;

namespace TypedWebhookAlerts.Testing;

/// <summary>An alert as it was raised: its values, not its looks, and with what is redacted before it leaves. See
/// <see cref="AlertRecorder"/>.</summary>
public sealed class RecordedAlert
{
    private readonly IReadOnlyList<RecordedValue> _values;
    private readonly Lock _gate = new();
    private readonly List<string> _updates = [];
    private bool _isResolved;

    internal RecordedAlert(
        string name, LogLevel level, DateTimeOffset raisedAt, string text, IReadOnlyList<RecordedValue> values)
    {
        Name = name;
        Level = level;
        RaisedAt = raisedAt;
        Text = text;
        _values = values;
    }

    /// <summary>The alert's full name, such as <c>Shop.BotAlerts.ShardDisconnected</c>.</summary>
    public string Name { get; }

    /// <summary>Its level.</summary>
    public LogLevel Level { get; }

    /// <summary>When it was recorded, by the system's clock.</summary>
    public DateTimeOffset RaisedAt { get; }

    /// <summary>What it says, as plain text: title, description, fields (<c>name: value</c>) and footer, a line each;
    /// an exception as type and message.</summary>
    public string Text { get; }

    /// <summary>The first exception among its values; null without one.</summary>
    public Exception? Exception => _values.Select(value => value.Value).OfType<Exception>().FirstOrDefault();

    /// <summary>The names of its values, in the order written. That of a dotted hole is its path,
    /// <c>member.Name</c>.</summary>
    public IReadOnlyList<string> Names => [.. _values.Select(value => value.Name)];

    /// <summary>What an incident's updates said, in order; a snapshot. Empty for other alerts.</summary>
    public IReadOnlyList<string> Updates
    {
        get
        {
            lock (_gate)
            {
                return [.. _updates];
            }
        }
    }

    /// <summary>Whether it is an incident that is over.</summary>
    public bool IsResolved
    {
        get
        {
            lock (_gate)
            {
                return _isResolved;
            }
        }
    }

    /// <summary>What ended the incident; null while it is open, and if it was resolved without words.</summary>
    public string? Resolution { get; private set; }

    /// <summary>One of its values.</summary>
    /// <typeparam name="T">The type it is wanted as: the one it was declared with, a number type that holds it without
    /// loss, or <see cref="string"/> for the text of any. What is no number, enum, time, id or exception was captured
    /// as text, and is one here.</typeparam>
    /// <param name="name">The parameter's name, or the path of a dotted hole, such as <c>member.Name</c>.</param>
    /// <exception cref="AlertAssertionException">There is no value of that name, or it is none of that
    /// type.</exception>
    public T? Get<T>(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        var value = _values.FirstOrDefault(value => value.Name == name)
            ?? throw new AlertAssertionException(
                $"{Name} has no value '{name}'. It has: {string.Join(", ", _values.Select(v => v.Describe()))}.");
        return ValueConversion.TryConvert<T>(value.Value, out var converted)
            ? converted
            : throw new AlertAssertionException($"{Name}: {value.Describe()} is no {typeof(T).Name}.");
    }

    /// <summary>The alert in one line.</summary>
    public override string ToString() => $"{Level} {Name}: {Text.ReplaceLineEndings(" | ")}";

    internal bool IsNamed(string name)
        => Name.EndsWith(name, StringComparison.Ordinal)
            && (Name.Length == name.Length || Name[Name.Length - name.Length - 1] == '.');

    internal void Update(string text)
    {
        lock (_gate)
        {
            _updates.Add(text);
        }
    }

    internal void Resolve(string? text)
    {
        lock (_gate)
        {
            Resolution = text;
            _isResolved = true;
        }
    }
}
