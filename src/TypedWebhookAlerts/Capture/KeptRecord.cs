namespace TypedWebhookAlerts.Capture;

/// <summary>A copy of a record, which outlives its place in the ring.</summary>
internal sealed class KeptRecord
{
    private readonly byte[] _payload;
    private readonly RingSlot[] _slots;

    public KeptRecord(in AlertRecord record)
    {
        Descriptor = record.Descriptor;
        _payload = record.Payload.ToArray();
        _slots = record.Descriptor.HasReferences ? record.Slots.ToArray() : [];
    }

    public AlertDescriptor Descriptor { get; }

    public AlertReader CreateReader() => new(_payload, _slots, index: 0);
}
