using System.Runtime.InteropServices;
using TypedWebhookAlerts.Capture;

namespace TypedWebhookAlerts.Dispatch;

/// <summary>
/// What makes two alerts equal: the alert, its captured key bytes, and of an exception its type, HResult and inner
/// type, which never run a user's code.
/// </summary>
internal sealed class CoalescingKey
{
    private byte[] _bytes = new byte[1024];
    private int _length;

    /// <summary>The key read last.</summary>
    public ReadOnlySpan<byte> Value => _bytes.AsSpan(0, _length);

    public void Read(in AlertRecord record)
    {
        _length = 0;
        Append(record.Descriptor.Id);
        Append(record.Key);
        if (record.Descriptor.KeyHasException)
        {
            foreach (ref readonly var slot in record.Slots)
            {
                AppendException(slot.Value as Exception);
            }
        }
    }

    private void AppendException(Exception? exception)
    {
        if (exception is not null)
        {
            Append(exception.GetType().TypeHandle.Value);
            Append(exception.HResult);
            Append(exception.InnerException?.GetType().TypeHandle.Value ?? 0);
        }
    }

    private void Append<T>(T value)
        where T : unmanaged
        => Append(MemoryMarshal.AsBytes(new ReadOnlySpan<T>(in value)));

    private void Append(ReadOnlySpan<byte> bytes)
    {
        if (_length + bytes.Length > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + bytes.Length));
        }

        bytes.CopyTo(_bytes.AsSpan(_length));
        _length += bytes.Length;
    }
}
