using System.Buffers;

namespace TypedWebhookAlerts.Privacy;

/// <summary>
/// Tells where values end. Remembers what it has looked through: a text of keys without end would else be looked
/// through to its end for each of them.
/// </summary>
internal struct ValueReach
{
    private static readonly SearchValues<char> s_ends = SearchValues.Create(" \t\r\n\"'<>;|`\0");

    private int _plainStart;
    private int _plainEnd;
    private int _noneFrom;
    private ulong _noneOf;

    /// <summary>Where a value without quotes ends at the latest: at white space, a quote, or a semicolon.</summary>
    public int PlainEnd(ReadOnlySpan<char> text, int start)
    {
        if (start < _plainStart || start >= _plainEnd)
        {
            _plainStart = start;
            _plainEnd = text[start..].IndexOfAny(s_ends) is var length and >= 0 ? start + length : text.Length;
        }

        return _plainEnd;
    }

    /// <summary>Where a quote or another closing stands next, not escaped; -1 if none does.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where to look from.</param>
    /// <param name="closing">What is looked for.</param>
    public int Next(ReadOnlySpan<char> text, int start, ReadOnlySpan<char> closing)
    {
        // One bit for each closing's last character: what was not there behind an earlier place is not there now.
        var bit = 1UL << (closing[^1] & 63);
        if ((_noneOf & bit) != 0 && start >= _noneFrom)
        {
            return -1;
        }

        var isEscaped = closing[0] == '\\';
        for (var at = start; ;)
        {
            var next = text[at..].IndexOf(closing, StringComparison.OrdinalIgnoreCase);
            if (next < 0)
            {
                _noneFrom = start;
                _noneOf = bit;
                return -1;
            }

            at += next;
            if (isEscaped || closing.Length > 1 || !IsEscaped(text[start..at]))
            {
                return at;
            }

            at++;
        }
    }

    private static bool IsEscaped(ReadOnlySpan<char> before)
    {
        var slashes = before.Length - before.TrimEnd('\\').Length;
        return slashes % 2 == 1;
    }
}
