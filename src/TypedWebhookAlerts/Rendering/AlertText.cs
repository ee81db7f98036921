using System.ComponentModel;

namespace TypedWebhookAlerts.Rendering;

/// <summary>Captured text: a view of the ring's memory, valid only while its alert is rendered.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct AlertText
{
    /// <summary>Wraps captured characters.</summary>
    /// <param name="value">The characters, as they were passed to the alert.</param>
    /// <param name="isCut">Whether the argument was longer.</param>
    public AlertText(ReadOnlySpan<char> value, bool isCut = false)
    {
        Value = value;
        IsCut = isCut;
    }

    private AlertText(bool isNull) => IsNull = isNull;

    /// <summary>The text of an argument that was null.</summary>
    public static AlertText Null => new(isNull: true);

    /// <summary>The characters; empty when the argument was null.</summary>
    public ReadOnlySpan<char> Value { get; }

    /// <summary>Whether the argument was null, which is shown as <c>(null)</c>.</summary>
    public bool IsNull { get; }

    /// <summary>Whether the argument was longer than what is captured, which is shown as an ellipsis.</summary>
    public bool IsCut { get; }

    /// <summary>The text itself, or <c>(null)</c>.</summary>
    public override string ToString() => IsNull ? "(null)" : Value.ToString();

    /// <summary>Wraps a string, which may be null.</summary>
    /// <param name="text">The string.</param>
    public static implicit operator AlertText(string? text) => text is null ? Null : new AlertText(text);
}
