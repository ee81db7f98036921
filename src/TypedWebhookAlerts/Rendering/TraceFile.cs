using System.Text.Unicode;

namespace TypedWebhookAlerts.Rendering;

/// <summary>Writes whole stack traces as the text of a file: each exception, then its causes, all with their messages
/// and frames.</summary>
internal sealed class TraceFile
{
    /// <summary>The most bytes; what is beyond is cut. Ten of them are less than a request takes.</summary>
    public const int MaxBytes = 1024 * 1024;

    private byte[] _bytes = new byte[16 * 1024];
    private int _length;
    private bool _isFull;

    private TraceFile()
    {
    }

    /// <summary>Gives the text, in UTF-8.</summary>
    public static byte[] Write(IEnumerable<Exception> exceptions)
    {
        var file = new TraceFile();
        foreach (var exception in exceptions)
        {
            file.Add(file._length == 0 ? "" : "\n", exception);
            foreach (var cause in ExceptionCauses.Of(exception))
            {
                file.Add("caused by ", cause);
            }
        }

        return file._bytes.AsSpan(0, file._length).ToArray();
    }

    private void Add(string before, Exception exception)
    {
        if (_isFull)
        {
            return;
        }

        Append(before);
        Append(ExceptionText.Summary(exception));
        Append("\n");
        if (ExceptionText.StackTrace(exception) is { Length: > 0 } trace)
        {
            Append(trace.AsSpan().TrimEnd());
            Append("\n");
        }
    }

    private void Append(ReadOnlySpan<char> text)
    {
        // The ellipsis takes three bytes.
        const int Room = MaxBytes - 3;
        while (!text.IsEmpty && !_isFull)
        {
            var room = _bytes.AsSpan(_length, Math.Min(_bytes.Length, Room) - _length);
            _ = Utf8.FromUtf16(text, room, out var read, out var written);
            _length += written;
            text = text[read..];
            if (!text.IsEmpty && _bytes.Length >= Room)
            {
                "…"u8.CopyTo(_bytes.AsSpan(_length));
                _length += 3;
                _isFull = true;
            }
            else if (!text.IsEmpty)
            {
                Array.Resize(ref _bytes, Math.Min(_bytes.Length * 2, MaxBytes));
            }
        }
    }
}
