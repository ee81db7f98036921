using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TypedWebhookAlerts.Rendering;

namespace TypedWebhookAlerts.Capture;

/// <summary>Reads a record in the order in which it was written. Reading past its end gives empty values.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct AlertReader
{
    private readonly ReadOnlySpan<byte> _payload;
    private readonly ReadOnlySpan<RingSlot> _slots;
    private readonly int _index;
    private int _offset;

    internal AlertReader(ReadOnlySpan<byte> payload, ReadOnlySpan<RingSlot> slots, int index)
    {
        _payload = payload;
        _slots = slots;
        _index = index;
    }

    /// <summary>Reads a text.</summary>
    public AlertText ReadText()
    {
        var count = Read<int>();
        if (count == CapturedText.Null)
        {
            return AlertText.Null;
        }

        var isCut = (count & CapturedText.CutFlag) != 0;
        var bytes = (count & ~CapturedText.CutFlag) * sizeof(char);
        if ((uint)bytes > (uint)(_payload.Length - _offset))
        {
            return default;
        }

        var text = MemoryMarshal.Cast<byte, char>(_payload.Slice(_offset, bytes));
        _offset += bytes;
        return new AlertText(text, isCut);
    }

    /// <summary>Reads a value.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    public T Read<T>()
        where T : unmanaged
    {
        if (_offset + Unsafe.SizeOf<T>() > _payload.Length)
        {
            return default;
        }

        var value = Unsafe.ReadUnaligned<T>(ref Unsafe.AsRef(in _payload[_offset]));
        _offset += Unsafe.SizeOf<T>();
        return value;
    }

    /// <summary>Reads a value that may be missing.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    public T? ReadNullable<T>()
        where T : unmanaged
    {
        var hasValue = Read<byte>() != 0;
        var value = Read<T>();
        return hasValue ? value : null;
    }

    /// <summary>Reads an object.</summary>
    /// <typeparam name="T">The object's type.</typeparam>
    public T? ReadReference<T>()
        where T : class
    {
        if (_offset + AlertWriter.ReferenceSize > _payload.Length)
        {
            return null;
        }

        var slot = (_index + _offset) >> 3;
        _offset += AlertWriter.ReferenceSize;
        return _slots[slot].Value as T;
    }
}
