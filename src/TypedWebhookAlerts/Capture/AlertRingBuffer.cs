using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TypedWebhookAlerts.Capture;

/// <summary>
/// Carries captured alerts from any thread to the pump: many producers, one consumer, records of any length, no lock.
/// </summary>
/// <remarks>
/// Free memory is zero, and a record's length is written last: a length of zero is a record not yet committed, so a
/// claim needs no mark of its own. The array is pinned and managed: a producer that comes late, after the pipeline is
/// gone, still writes into memory that exists.
/// </remarks>
internal sealed class AlertRingBuffer
{
    /// <summary>Only Critical may use the last bytes: a storm of lesser alerts must not refuse the one that
    /// matters.</summary>
    public const int CriticalReserve = 64 * 1024;

    private readonly byte[] _buffer;
    private readonly RingSlot[] _slots;
    private readonly int _capacity;
    private readonly int _reserve;
    private RingPositions _positions;

    /// <param name="capacity">The size in bytes, a power of two, at least twice the reserve: then the longest record
    /// and the padding before it always fit an empty ring.</param>
    /// <param name="wakeUp">Woken at each commit.</param>
    /// <param name="reserve">The bytes that only Critical may use.</param>
    public AlertRingBuffer(int capacity, WakeUp wakeUp, int reserve = CriticalReserve)
    {
        if (!BitOperations.IsPow2(capacity) || capacity / 4 < RecordHeader.Size)
        {
            throw new ArgumentOutOfRangeException(nameof(capacity));
        }

        ArgumentOutOfRangeException.ThrowIfNegative(reserve);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(reserve, capacity / 2);

        _capacity = capacity;
        _reserve = reserve;
        _buffer = GC.AllocateArray<byte>(capacity, pinned: true);
        _slots = new RingSlot[capacity / 8];
        WakeUp = wakeUp;
    }

    public WakeUp WakeUp { get; }

    /// <summary>The size in bytes.</summary>
    public int Capacity => _capacity;

    /// <summary>Whether nothing is claimed and not yet released.</summary>
    public bool IsEmpty => ReleasedUntil == ClaimedUntil;

    /// <summary>Where the next claim begins: a position that only grows.</summary>
    public long ClaimedUntil => Volatile.Read(ref _positions.Tail) & long.MaxValue;

    /// <summary>Up to where all has been read and released.</summary>
    public long ReleasedUntil => Volatile.Read(ref _positions.Head);

    /// <summary>Whether the pump would find something.</summary>
    public bool HasCommitted => Volatile.Read(ref HeaderAt(IndexOf(Volatile.Read(ref _positions.Head))).Length) != 0;

    /// <summary>Claims room for a record: a compare-and-swap that takes the padding at the wrap along.</summary>
    /// <param name="descriptor">The alert's id, with the flags of <see cref="RecordHeader"/> for what its slots
    /// hold.</param>
    /// <param name="payload">The bytes of its arguments.</param>
    /// <param name="isCritical">Whether it may use the reserve.</param>
    /// <param name="stamp">When it was raised, while no pump runs.</param>
    /// <param name="record">Where the arguments are copied to.</param>
    public ClaimResult TryClaim(int descriptor, int payload, bool isCritical, uint stamp, out AlertWriter record)
    {
        record = default;
        if ((uint)payload > (uint)((_capacity / 4) - RecordHeader.Size))
        {
            return ClaimResult.TooLarge;
        }

        var length = Align(RecordHeader.Size + payload);
        var limit = isCritical ? _capacity : _capacity - _reserve;
        var backoff = default(SpinWait);
        while (true)
        {
            var tail = Volatile.Read(ref _positions.Tail);
            if (tail < 0)
            {
                return ClaimResult.Closed;
            }

            var index = IndexOf(tail);
            var padding = length > _capacity - index ? _capacity - index : 0;
            var next = tail + padding + length;
            if (next - Volatile.Read(ref _positions.SeenHead) > limit && !HasRoomAfterLook(next, limit))
            {
                return ClaimResult.Full;
            }

            if (Interlocked.CompareExchange(ref _positions.Tail, next, tail) == tail)
            {
                record = Begin(index, padding, length, descriptor, stamp);
                return ClaimResult.Claimed;
            }

            // Two producers that retry at once slow each other to 70 ns a call; with the backoff it is 27.
            backoff.SpinOnce(sleep1Threshold: -1);
        }
    }

    /// <summary>Gives the oldest committed record, if there is one. Called by the pump only.</summary>
    public bool TryRead(out AlertRecord record)
    {
        while (true)
        {
            var index = IndexOf(_positions.Head);
            ref var header = ref HeaderAt(index);
            var length = Volatile.Read(ref header.Length);
            if (length == 0)
            {
                record = default;
                return false;
            }

            if (header.Descriptor != RecordHeader.Padding)
            {
                var payloadIndex = index + RecordHeader.Size;
                var payload = _buffer.AsSpan(payloadIndex, length - RecordHeader.Size);
                record = new AlertRecord(header, payload, _slots, payloadIndex);
                return true;
            }

            // Of a padding only the first half of a header was ever written.
            _buffer.AsSpan(index, 8).Clear();
            Volatile.Write(ref _positions.Head, _positions.Head + length);
        }
    }

    /// <summary>Frees the record that was read last. Called by the pump only.</summary>
    public void Release(in AlertRecord record)
    {
        var index = IndexOf(_positions.Head);
        if (record.Descriptor.HasReferences || record.IsTracked || record.IsTraced)
        {
            _slots.AsSpan(index / 8, record.Length / 8).Clear();
        }

        _buffer.AsSpan(index, record.Length).Clear();
        Volatile.Write(ref _positions.Head, _positions.Head + record.Length);
    }

    /// <summary>Refuses every claim from now on. What was claimed before is still read.</summary>
    public void Close() => Interlocked.Or(ref _positions.Tail, long.MinValue);

    /// <summary>
    /// Counts the committed records before the first that is not. Exact while the pump releases nothing; beside a
    /// running pump, the number at some moment of the count, give or take what was released meanwhile.
    /// </summary>
    public int CountCommitted()
    {
        var count = 0;
        var position = Volatile.Read(ref _positions.Head);
        var end = Volatile.Read(ref _positions.Tail) & long.MaxValue;
        while (position < end)
        {
            ref var header = ref HeaderAt(IndexOf(position));
            var length = Volatile.Read(ref header.Length);
            var descriptor = Volatile.Read(ref header.Descriptor);

            // Where the pump has been, a newer record's text may stand by now: what was read is no length.
            var head = Volatile.Read(ref _positions.Head);
            if (head > position)
            {
                count = 0;
                position = head;
                continue;
            }

            if (length == 0)
            {
                break;
            }

            count += descriptor == RecordHeader.Padding ? 0 : 1;
            position += length;
        }

        return count;
    }

    internal void SetSlot(int index, object? value) => _slots[index >> 3].Value = value;

    private static int Align(int length) => (length + 7) & ~7;

    private AlertWriter Begin(int index, int padding, int length, int descriptor, uint stamp)
    {
        if (padding > 0)
        {
            ref var filler = ref HeaderAt(index);
            filler.Descriptor = RecordHeader.Padding;
            Volatile.Write(ref filler.Length, padding);
            index = 0;
        }

        ref var header = ref HeaderAt(index);
        header.Descriptor = descriptor;
        header.Stamp = stamp;
        return new AlertWriter(this, ref Unsafe.As<RecordHeader, byte>(ref header), index, length);
    }

    private bool HasRoomAfterLook(long next, int limit)
    {
        var head = Volatile.Read(ref _positions.Head);
        Volatile.Write(ref _positions.SeenHead, head);
        return next - head <= limit;
    }

    private int IndexOf(long position) => (int)position & (_capacity - 1);

    private ref RecordHeader HeaderAt(int index)
        => ref Unsafe.As<byte, RecordHeader>(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_buffer), index));
}
