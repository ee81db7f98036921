using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TypedWebhookAlerts.Capture;

/// <summary>
/// Copies an alert's arguments into the record that was claimed for them. Nothing here throws, blocks or allocates;
/// a write beyond the claimed size is cut or left out, so that no caller can touch its neighbour's record.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct AlertWriter
{
    /// <summary>The bytes that an object takes in a record.</summary>
    public const int ReferenceSize = 8;

    private readonly AlertRingBuffer _ring;
    private readonly ref byte _record;
    private readonly int _index;
    private readonly int _length;
    private int _offset;
    private int _keyLength;

    internal AlertWriter(AlertRingBuffer ring, ref byte record, int index, int length)
    {
        _ring = ring;
        _record = ref record;
        _index = index;
        _length = length;
        _offset = RecordHeader.Size;
    }

    /// <summary>The bytes that a text takes in a record.</summary>
    /// <param name="text">The text, which may be null.</param>
    public static int SizeOf(string? text)
        => text is null ? sizeof(int) : sizeof(int) + (sizeof(char) * CapturedText.LengthOf(text));

    /// <summary>The bytes that a text takes in a record.</summary>
    /// <param name="text">The text.</param>
    public static int SizeOf(ReadOnlySpan<char> text) => sizeof(int) + (sizeof(char) * CapturedText.LengthOf(text));

    /// <summary>The bytes that a UTF-8 text takes in a record, at most.</summary>
    /// <param name="utf8">The text. Bytes that are no UTF-8 count as U+FFFD.</param>
    public static int SizeOf(ReadOnlySpan<byte> utf8) => sizeof(int) + (sizeof(char) * CapturedText.LengthOf(utf8));

    /// <summary>The bytes that a rendered value takes in a record.</summary>
    /// <param name="text">The value's text.</param>
    public static int SizeOf(Rendering.AlertText text) => text.IsNull ? sizeof(int) : SizeOf(text.Value);

    /// <summary>The bytes that a value takes in a record.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    public static int SizeOf<T>()
        where T : unmanaged
        => Unsafe.SizeOf<T>();

    /// <summary>The bytes that a value which may be missing takes in a record.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    public static int SizeOfNullable<T>()
        where T : unmanaged
        => sizeof(byte) + Unsafe.SizeOf<T>();

    /// <summary>Copies a text.</summary>
    /// <param name="text">The text, which may be null.</param>
    public void Write(string? text)
    {
        if (text is null)
        {
            Write(CapturedText.Null);
        }
        else
        {
            Write(text.AsSpan());
        }
    }

    /// <summary>Copies a rendered value.</summary>
    /// <param name="text">The value's text.</param>
    public void Write(scoped Rendering.AlertText text)
    {
        if (text.IsNull)
        {
            Write(CapturedText.Null);
        }
        else
        {
            Write(text.Value, text.IsCut);
        }
    }

    /// <summary>Copies a text.</summary>
    /// <param name="text">The text. It may change meanwhile: what fits the claim is copied.</param>
    public void Write(scoped ReadOnlySpan<char> text) => Write(text, isCut: false);

    /// <summary>Copies a UTF-8 text as UTF-16; bytes that are no UTF-8 become U+FFFD.</summary>
    /// <param name="utf8">The text. It may change meanwhile: what fits the claim is copied.</param>
    public void Write(scoped ReadOnlySpan<byte> utf8)
    {
        var room = (_length - _offset - sizeof(int)) / sizeof(char);
        if (room < 0)
        {
            return;
        }

        ref var target = ref Unsafe.As<byte, char>(ref Unsafe.Add(ref _record, _offset + sizeof(int)));
        var text = MemoryMarshal.CreateSpan(ref target, Math.Min(room, CapturedText.Cap));
        var count = CapturedText.Transcode(utf8, text, out var isCut);
        Write(isCut ? count | CapturedText.CutFlag : count);
        _offset += count * sizeof(char);
    }

    /// <summary>Copies a value.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="value">The value.</param>
    public void Write<T>(T value)
        where T : unmanaged
    {
        if (_offset + Unsafe.SizeOf<T>() <= _length)
        {
            Unsafe.WriteUnaligned(ref Unsafe.Add(ref _record, _offset), value);
            _offset += Unsafe.SizeOf<T>();
        }
    }

    /// <summary>Copies a value that may be missing.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="value">The value.</param>
    public void WriteNullable<T>(T? value)
        where T : unmanaged
    {
        Write(value.HasValue ? (byte)1 : (byte)0);
        Write(value.GetValueOrDefault());
    }

    /// <summary>Hands an object over to the pump.</summary>
    /// <param name="value">The object.</param>
    public void WriteReference(object? value)
    {
        if (_offset + ReferenceSize <= _length)
        {
            _ring.SetSlot(_index + _offset, value);
            _offset += ReferenceSize;
        }
    }

    /// <summary>Copies what was written elsewhere as a record holds it.</summary>
    internal void WriteBytes(scoped ReadOnlySpan<byte> bytes)
    {
        if (_offset + bytes.Length <= _length)
        {
            bytes.CopyTo(MemoryMarshal.CreateSpan(ref Unsafe.Add(ref _record, _offset), bytes.Length));
            _offset += bytes.Length;
        }
    }

    /// <summary>Ends the key: what was written so far is what makes two alerts equal.</summary>
    public void EndKey() => _keyLength = _offset - RecordHeader.Size;

    /// <summary>Hands the record to the pump, and wakes it if it sleeps.</summary>
    public readonly void Commit()
    {
        ref var header = ref Unsafe.As<byte, RecordHeader>(ref _record);
        header.KeyLength = _keyLength;

        // The release that makes all of the record visible: until now its length was zero.
        Volatile.Write(ref header.Length, _length);
        _ring.WakeUp.Signal();
    }

    /// <summary>Puts who follows the call beside the record's header, where it takes no room of the
    /// arguments.</summary>
    internal readonly void Track(AlertTracker tracker) => _ring.SetSlot(_index, tracker);

    /// <summary>Puts the id of the trace that the call is made in beside the record's header, too.</summary>
    internal readonly void Trace(string traceId) => _ring.SetSlot(_index + RecordHeader.SecondSlot, traceId);

    private void Write(scoped ReadOnlySpan<char> text, bool isCut)
    {
        var room = (_length - _offset - sizeof(int)) / sizeof(char);
        var count = Math.Min(CapturedText.LengthOf(text), room);
        if (count < 0)
        {
            return;
        }

        Write(count == text.Length && !isCut ? count : count | CapturedText.CutFlag);
        ref var source = ref Unsafe.As<char, byte>(ref MemoryMarshal.GetReference(text));
        var bytes = count * sizeof(char);
        Unsafe.CopyBlockUnaligned(ref Unsafe.Add(ref _record, _offset), ref source, (uint)bytes);
        _offset += bytes;
    }
}
