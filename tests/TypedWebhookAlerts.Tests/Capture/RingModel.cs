using TypedWebhookAlerts.Capture;

namespace TypedWebhookAlerts.Tests.Capture;

/// <summary>The ring as a plain queue with positions: what every step must answer, worked out the slow way.</summary>
internal sealed class RingModel(int capacity, int reserve)
{
    private readonly List<Entry> _entries = [];
    private long _tail;
    private bool _isClosed;

    public bool IsEmpty => _entries.Count == 0;

    public int CountCommitted
        => _entries.TakeWhile(entry => entry.IsCommitted).Count(entry => entry.Payload is not null);

    private long Head => _entries.Count == 0 ? _tail : _entries[0].Position;

    public ClaimResult Claim(byte[] payload, int unused, bool isCritical, out Entry? entry)
    {
        entry = null;
        var length = (RecordHeader.Size + payload.Length + unused + 7) / 8 * 8;
        if (length > capacity / 4)
        {
            return ClaimResult.TooLarge;
        }

        if (_isClosed)
        {
            return ClaimResult.Closed;
        }

        var toEnd = (int)(capacity - (_tail % capacity));
        var padding = toEnd < length ? toEnd : 0;
        if (_tail + padding + length - Head > (isCritical ? capacity : capacity - reserve))
        {
            return ClaimResult.Full;
        }

        if (padding > 0)
        {
            Append(padding, payload: null).IsCommitted = true;
        }

        entry = Append(length, payload);
        return ClaimResult.Claimed;
    }

    public Entry? Read()
    {
        // A padding is freed by the look beyond it.
        while (_entries is [{ Payload: null }, ..])
        {
            _entries.RemoveAt(0);
        }

        return _entries is [{ IsCommitted: true }, ..] ? _entries[0] : null;
    }

    public void Release() => _entries.RemoveAt(0);

    public void Close() => _isClosed = true;

    private Entry Append(int length, byte[]? payload)
    {
        var entry = new Entry(_tail, length, payload);
        _entries.Add(entry);
        _tail += length;
        return entry;
    }

    public sealed record Entry(long Position, int Length, byte[]? Payload)
    {
        public bool IsCommitted { get; set; }
    }
}
