namespace TypedWebhookAlerts.Testing.Payloads;

/// <summary>A place in a payload, with what is wrong there and below.</summary>
internal sealed class ErrorNode
{
    private readonly List<FormError> _errors = [];
    private readonly List<KeyValuePair<string, ErrorNode>> _children = [];

    public bool IsEmpty => _errors.Count == 0 && _children.TrueForAll(child => child.Value.IsEmpty);

    public IReadOnlyList<FormError> Errors => _errors;

    /// <summary>The places below at which something is wrong, in the order in which they were read.</summary>
    public IEnumerable<KeyValuePair<string, ErrorNode>> Children => _children.Where(child => !child.Value.IsEmpty);

    public void Add(FormError error) => _errors.Add(error);

    /// <summary>The place below with this name or index.</summary>
    public ErrorNode Child(string key)
    {
        foreach (var child in _children)
        {
            if (child.Key == key)
            {
                return child.Value;
            }
        }

        var added = new ErrorNode();
        _children.Add(new(key, added));
        return added;
    }
}
