using System.Text;

namespace TypedWebhookAlerts.Rendering;

/// <summary>Bytes that grow and are used again: after the longest alert no more are allocated.</summary>
internal sealed class Utf8Buffer
{
    private byte[] _bytes = new byte[2048];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    public void Clear() => Length = 0;

    public void Truncate(int length) => Length = length;

    public void Append(byte value)
    {
        Reserve(1);
        _bytes[Length++] = value;
    }

    public void Append(ReadOnlySpan<byte> bytes)
    {
        Reserve(bytes.Length);
        bytes.CopyTo(_bytes.AsSpan(Length));
        Length += bytes.Length;
    }

    /// <summary>Appends a number in the invariant culture.</summary>
    public void Append(long value)
    {
        Reserve(20);
        _ = value.TryFormat(_bytes.AsSpan(Length), out var written, default, null);
        Length += written;
    }

    /// <summary>Appends what stands for a rune inside a JSON string. Control characters but the line feed and the
    /// tabulator never come here: they have substitutes.</summary>
    public void AppendJson(Rune rune)
    {
        switch (rune.Value)
        {
            case '"':
                Append("\\\""u8);
                break;
            case '\\':
                Append("\\\\"u8);
                break;
            case '\n':
                Append("\\n"u8);
                break;
            case '\t':
                Append("\\t"u8);
                break;
            default:
                Reserve(4);
                Length += rune.EncodeToUtf8(_bytes.AsSpan(Length));
                break;
        }
    }

    public void Insert(int index, ReadOnlySpan<byte> bytes)
    {
        Reserve(bytes.Length);
        _bytes.AsSpan(index, Length - index).CopyTo(_bytes.AsSpan(index + bytes.Length));
        bytes.CopyTo(_bytes.AsSpan(index));
        Length += bytes.Length;
    }

    public byte[] ToArray() => Written.ToArray();

    private void Reserve(int count)
    {
        if (_bytes.Length - Length < count)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, Length + count));
        }
    }
}
