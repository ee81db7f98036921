using System.Buffers;
using System.Runtime.CompilerServices;

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
    private int _missingFrom;
    private int _missingCount;
    private MissingClosings _missing;

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
        // What was not there behind an earlier place is not there now.
        var hash = string.GetHashCode(closing);
        if (start >= _missingFrom && _missing[.._missingCount].Contains(hash))
        {
            return -1;
        }

        var isEscaped = closing[0] == '\\';
        for (var at = start; ;)
        {
            var next = text[at..].IndexOf(closing, StringComparison.OrdinalIgnoreCase);
            if (next < 0)
            {
                Miss(hash, start);
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

    private void Miss(int hash, int start)
    {
        _missingFrom = Math.Max(_missingFrom, start);
        _missing[_missingCount % MissingClosings.Most] = hash;
        _missingCount = Math.Min(_missingCount + 1, MissingClosings.Most);
    }

    private static bool IsEscaped(ReadOnlySpan<char> before)
    {
        var slashes = before.Length - before.TrimEnd('\\').Length;
        return slashes % 2 == 1;
    }

    /// <summary>The closings that are missing, by their hashes.</summary>
    [InlineArray(Most)]
    private struct MissingClosings
    {
        public const int Most = 8;

        private int _first;
    }
}
