using System.Collections;

namespace TypedWebhookAlerts.Dispatch;

/// <summary>An alert as a log entry's state: its values by name, and the template. It holds nothing of the ring: a
/// provider may keep it.</summary>
internal sealed class AlertLogState(string message, KeyValuePair<string, object?>[] values)
    : IReadOnlyList<KeyValuePair<string, object?>>
{
    /// <summary>The name under which providers look for the template, by custom the last.</summary>
    public const string Template = "{OriginalFormat}";

    public int Count => values.Length;

    public KeyValuePair<string, object?> this[int index] => values[index];

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => values.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override string ToString() => message;
}
