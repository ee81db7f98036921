using System.Text.Unicode;

namespace TypedWebhookAlerts.Rendering;

/// <summary>Remembers the end of what was written, literals and arguments: it names the value that comes next, as
/// <c>password=</c> does.</summary>
internal sealed class TextBefore
{
    private const int Most = 64;

    private readonly char[] _text = new char[2 * Most];
    private int _length;

    /// <summary>The last characters, at most 128.</summary>
    public ReadOnlySpan<char> Value => _text.AsSpan(0, _length);

    public void Clear() => _length = 0;

    /// <summary>Adds what was written.</summary>
    public void Add(ReadOnlySpan<char> text)
    {
        text = text[^Math.Min(text.Length, Most)..];
        text.CopyTo(MakeRoom(text.Length));
        _length += text.Length;
    }

    /// <summary>Adds what was written.</summary>
    public void Add(ReadOnlySpan<byte> utf8)
    {
        utf8 = utf8[^Math.Min(utf8.Length, Most)..];
        while (!utf8.IsEmpty && (utf8[0] & 0xC0) == 0x80)
        {
            utf8 = utf8[1..];
        }

        // No UTF-8 text has more characters than bytes.
        _ = Utf8.ToUtf16(utf8, MakeRoom(utf8.Length), out _, out var written);
        _length += written;
    }

    private Span<char> MakeRoom(int length)
    {
        if (_length + length > _text.Length)
        {
            Value[^Math.Min(_length, Most)..].CopyTo(_text);
            _length = Math.Min(_length, Most);
        }

        return _text.AsSpan(_length);
    }
}
