namespace TypedWebhookAlerts.Rendering;

/// <summary>Parts in the order in which they are shown; the list is used again for every alert.</summary>
internal sealed class PartList
{
    private AlertPart[] _parts = new AlertPart[8];

    public int Count { get; private set; }

    public Span<AlertPart> Parts => _parts.AsSpan(0, Count);

    public void Clear() => Count = 0;

    public void Truncate(int count) => Count = count;

    public void Add(in AlertPart part)
    {
        if (Count == _parts.Length)
        {
            Array.Resize(ref _parts, Count * 2);
        }

        _parts[Count++] = part;
    }

    public void RemoveAt(int index, int count)
    {
        _parts.AsSpan((index + count)..Count).CopyTo(_parts.AsSpan(index));
        Count -= count;
    }

    /// <summary>Where the first part of a kind is; -1 if there is none.</summary>
    public int IndexOf(PartKind kind)
    {
        var index = 0;
        while (index < Count && _parts[index].Kind != kind)
        {
            index++;
        }

        return index < Count ? index : -1;
    }

    /// <summary>Where the last part of a kind is; -1 if there is none.</summary>
    public int LastIndexOf(PartKind kind)
    {
        var index = Count - 1;
        while (index >= 0 && _parts[index].Kind != kind)
        {
            index--;
        }

        return index;
    }
}
