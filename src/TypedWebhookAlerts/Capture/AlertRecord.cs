namespace TypedWebhookAlerts.Capture;

/// <summary>A committed record, as the pump sees it. Valid until it is released.</summary>
internal readonly ref struct AlertRecord
{
    private readonly ReadOnlySpan<RingSlot> _slots;
    private readonly int _payloadIndex;

    public AlertRecord(
        in RecordHeader header, ReadOnlySpan<byte> payload, ReadOnlySpan<RingSlot> slots, int payloadIndex)
    {
        Descriptor = AlertDescriptor.Find(
            header.Descriptor & ~(RecordHeader.Tracked | RecordHeader.Traced | RecordHeader.Echo));
        IsTracked = (header.Descriptor & RecordHeader.Tracked) != 0;
        IsTraced = (header.Descriptor & RecordHeader.Traced) != 0;
        IsEcho = (header.Descriptor & RecordHeader.Echo) != 0;
        Stamp = header.Stamp;
        Length = header.Length;
        KeyLength = Math.Min(header.KeyLength, payload.Length);
        Payload = payload;
        _slots = slots;
        _payloadIndex = payloadIndex;
    }

    public AlertDescriptor Descriptor { get; }

    /// <summary>Whether the first slot of its header holds a tracker.</summary>
    public bool IsTracked { get; }

    /// <summary>Whether the second slot of its header holds the id of a trace.</summary>
    public bool IsTraced { get; }

    /// <summary>Whether it was raised by what was being told of another alert in the application's log.</summary>
    public bool IsEcho { get; }

    /// <summary>Who follows the call until it is accounted for, if anybody does.</summary>
    public AlertTracker? Tracker
        => IsTracked ? (AlertTracker?)_slots[(_payloadIndex - RecordHeader.Size) / 8].Value : null;

    /// <summary>The id of the trace that the call was made in: 32 hexadecimal digits; null for none.</summary>
    public string? TraceId
        => IsTraced ? (string?)_slots[(_payloadIndex - RecordHeader.Size + RecordHeader.SecondSlot) / 8].Value : null;

    public uint Stamp { get; }

    public int Length { get; }

    public int KeyLength { get; }

    public ReadOnlySpan<byte> Payload { get; }

    public ReadOnlySpan<byte> Key => Payload[..KeyLength];

    /// <summary>The slots of the record: null where it holds no object.</summary>
    public ReadOnlySpan<RingSlot> Slots => _slots.Slice(_payloadIndex / 8, Payload.Length / 8);

    public AlertReader CreateReader() => new(Payload, _slots, _payloadIndex);
}
