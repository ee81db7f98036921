using System.Buffers;

namespace TypedWebhookAlerts.Privacy;

/// <summary>
/// Tells where values end. Remembers what it has looked through: a text of keys without end would else be looked
/// through to its end for each of them.
/// </summary>
internal struct ValueReach
{
    private static readonly SearchValues<char> s_ends = SearchValues.Create(" \t\r\n\"'<>;|`\0");

    /// <summary>So far a closing is looked for: no value that has one is longer.</summary>
    private const int Longest = 16 * 1024;

    private int _plainStart;
    private int _plainEnd;
    private int _lineStart;
    private int _lineEnd;
    private int _breakStart;
    private int _breakEnd;
    private int _noneFrom;
    private int _noneTo;
    private int _noneOf;

    /// <summary>Up to where cookies were looked for already.</summary>
    public int CookiesEnd { get; set; }

    /// <summary>Up to where commands were looked through already.</summary>
    public int CommandsEnd { get; set; }

    /// <summary>Up to where lists were looked through already.</summary>
    public int ListsEnd { get; set; }

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

    /// <summary>Where the line ends; of a text that was escaped as a whole, where the escaped one does.</summary>
    public int LineEnd(ReadOnlySpan<char> text, int start)
    {
        if (start >= _lineStart && start < _lineEnd)
        {
            return _lineEnd;
        }

        // A text that was escaped as a whole is one line, and has many.
        if (start < _breakStart || start >= _breakEnd)
        {
            _breakStart = start;
            _breakEnd = text[start..].IndexOfAny('\r', '\n') is var end and >= 0 ? start + end : text.Length;
        }

        var line = text[start.._breakEnd];
        line = line.IndexOf(@"\n") is var escaped and >= 0 ? line[..escaped] : line;
        line = line.EndsWith(@"\r") ? line[..^2] : line;
        _lineStart = start;
        return _lineEnd = start + line.Length;
    }

    /// <summary>Where a quote or another closing stands next, not escaped; -1 if none does.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where to look from.</param>
    /// <param name="closing">What is looked for.</param>
    public int Next(ReadOnlySpan<char> text, int start, ReadOnlySpan<char> closing)
    {
        text = text[..Math.Min(text.Length, start + Longest)];
        var name = string.GetHashCode(closing);
        var isKnown = name == _noneOf && start >= _noneFrom && start < _noneTo;
        var at = isKnown ? Math.Max(start, _noneTo - closing.Length) : start;
        var found = Find(text, start, at, closing);
        if (found < 0)
        {
            _noneFrom = isKnown ? _noneFrom : start;
            _noneTo = text.Length;
            _noneOf = name;
        }

        return found;
    }

    private static int Find(ReadOnlySpan<char> text, int start, int at, ReadOnlySpan<char> closing)
    {
        // What was escaped once is a quote behind one backslash; a quote in it has three, as a backslash in it has two.
        var slashes = closing.IndexOfAnyExcept('\\');
        var isOneCharacter = closing.Length == slashes + 1;
        while (true)
        {
            var next = isOneCharacter
                ? text[at..].IndexOf(closing[^1])
                : text[at..].IndexOf(closing, StringComparison.OrdinalIgnoreCase);
            if (next < 0)
            {
                return -1;
            }

            at += next;
            var before = isOneCharacter ? SlashesAtEnd(text[start..at]) : slashes;
            if (before >= slashes && (before - slashes) % (2 * (slashes + 1)) == 0)
            {
                return isOneCharacter ? at - slashes : at;
            }

            at++;
        }
    }

    private static int SlashesAtEnd(ReadOnlySpan<char> text) => text.Length - text.TrimEnd('\\').Length;
}
