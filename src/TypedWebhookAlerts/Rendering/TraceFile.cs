using System.Text.Unicode;
using TypedWebhookAlerts.Privacy;

namespace TypedWebhookAlerts.Rendering;

/// <summary>Writes whole stack traces as the text of a file: each exception, then its causes, all with their messages
/// and frames.</summary>
internal sealed class TraceFile
{
    /// <summary>The most bytes; what is beyond is cut. Ten of them are less than a request takes.</summary>
    public const int MaxBytes = 1024 * 1024;

    private readonly TextRedactor _redactor;
    private byte[] _bytes = new byte[16 * 1024];
    private int _length;
    private bool _isFull;

    private TraceFile(TextRedactor redactor) => _redactor = redactor;

    /// <summary>Gives the text, in UTF-8.</summary>
    /// <param name="exceptions">The exceptions.</param>
    /// <param name="redactor">Takes out of their texts what is not to leave.</param>
    public static byte[] Write(IEnumerable<Exception> exceptions, TextRedactor redactor)
    {
        var file = new TraceFile(redactor);
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
        Append(ExceptionText.Summary(exception, _redactor));
        Append("\n");
        var trace = ExceptionText.StackTrace(exception, _redactor);
        Append(trace.First.Span.TrimEnd());
        Append(trace.First.IsEmpty ? "" : "\n");
        if (!trace.IsWhole)
        {
            Append("…\n");
            Append(trace.Last.Span.TrimEnd());
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
