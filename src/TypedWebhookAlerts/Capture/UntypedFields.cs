using System.Runtime.InteropServices;
using TypedWebhookAlerts.Rendering;

namespace TypedWebhookAlerts.Capture;

/// <summary>Fields of an untyped alert as they will stand in its record: of each its place among all, its name and its
/// value.</summary>
internal sealed class UntypedFields
{
    private byte[] _bytes = new byte[512];
    private int _length;

    public int Count { get; private set; }

    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, _length);

    public void Clear() => Count = _length = 0;

    public static int SizeOf(AlertText name, AlertText value)
        => sizeof(byte) + AlertWriter.SizeOf(name) + AlertWriter.SizeOf(value);

    public void Add(byte place, AlertText name, AlertText value)
    {
        EnsureRoom(SizeOf(name, value));
        _bytes[_length++] = place;
        Write(name);
        Write(value);
        Count++;
    }

    private void Write(AlertText text)
    {
        if (text.IsNull)
        {
            Write(CapturedText.Null);
            return;
        }

        // No longer than the cap: whoever adds it has cut it.
        Write(text.IsCut ? text.Value.Length | CapturedText.CutFlag : text.Value.Length);
        var bytes = MemoryMarshal.AsBytes(text.Value);
        bytes.CopyTo(_bytes.AsSpan(_length));
        _length += bytes.Length;
    }

    private void Write(int value)
    {
        MemoryMarshal.Write(_bytes.AsSpan(_length), value);
        _length += sizeof(int);
    }

    private void EnsureRoom(int size)
    {
        if (_length + size > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + size));
        }
    }
}
