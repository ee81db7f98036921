using System.Buffers;
using System.Text;

namespace TypedWebhookAlerts.Rendering;

/// <summary>
/// Which characters of an argument would mean something to Discord where they stand. Only these are escaped: sentences,
/// numbers and dates come out as they were typed.
/// </summary>
/// <remarks>What an argument ends with may get its meaning from what is written next, so the end of an argument counts
/// as anything.</remarks>
internal static class Markdown
{
    /// <summary>Stands in for a backtick where no escape works: inside code.</summary>
    public static readonly Rune CodeBacktick = new('\u02CB');

    /// <summary>Stands in for a space that would make a line one of the item above.</summary>
    public static readonly Rune NoBreakSpace = new('\u00A0');

    /// <summary>Takes a mass mention apart without being seen.</summary>
    public static readonly Rune ZeroWidthSpace = new('\u200B');

    /// <summary>How far the end of a word is looked for that a <c>&lt;</c> begins.</summary>
    private const int FurthestEnd = 64;

    /// <summary>Stands before each further line of an argument in plain content, where alerts follow one another in one
    /// text.</summary>
    public static ReadOnlySpan<Rune> LineMark => s_lineMark;

    private static readonly Rune[] s_lineMark = [new('↳'), new(' ')];

    private static readonly SearchValues<byte> s_plain = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 ,;=()!?'+%&$^{}/.-#>"u8);

    private static readonly SearchValues<byte> s_ofNumbers = SearchValues.Create("0123456789-"u8);

    private static readonly SearchValues<byte> s_ofMarks = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-"u8);

    private static readonly SearchValues<byte> s_inMarks = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-:!& "u8);

    /// <summary>How many bytes from the start mean nothing inside a line where a slash may begin an address or end an
    /// invitation.</summary>
    public static int PlainLengthToSlash(ReadOnlySpan<byte> utf8)
    {
        var length = PlainLength(utf8);
        var slash = utf8[..length].IndexOf((byte)'/');
        return slash < 0 ? length : slash;
    }

    /// <summary>How many bytes from the start mean nothing inside a line.</summary>
    public static int PlainLength(ReadOnlySpan<byte> utf8)
    {
        var length = utf8.IndexOfAnyExcept(s_plain);
        return length < 0 ? utf8.Length : length;
    }

    /// <summary>Whether a backslash must stand before an argument's rune.</summary>
    /// <param name="state">What was written before.</param>
    /// <param name="rune">The rune.</param>
    /// <param name="rest">What follows it, as far as it is known.</param>
    public static bool NeedsEscape(in MarkdownState state, Rune rune, ReadOnlySpan<byte> rest) => rune.Value switch
    {
        // An underscore opens italics inside a word, too: all that it needs is another one at the end of a word.
        '_' or '`' or '[' => true,
        '*' => state.MayBeginOrEndByAsterisk || state.LastWritten != ' ' || !rest.StartsWith((byte)' '),

        // It escapes no letter and no digit; one bar or tilde alone means nothing.
        '\\' => rest.IsEmpty || !char.IsAsciiLetterOrDigit((char)rest[0]),
        '~' or '|' => state.LastWritten == rune.Value || rest.IsEmpty,
        ']' => state.IsInLabel,
        '(' => state.EndsInBracket,
        '<' => MayBecomeMark(rest),
        ':' => IsBeforeAddress(state, rest) || state.EndsInEmojiName,
        '>' or '#' => state.IsLineStart
            && (state.IsMarkedLine || MayEndMark(rest[SameLength(rest, (byte)rune.Value)..])),
        '-' => state.IsLineStart
            && (state.IsMarkedLine || MayEndMark(rest.StartsWith((byte)'#') ? rest[1..] : rest)),
        '+' => state.IsLineStart && MayEndMark(rest),
        '.' => state.IsLineNumber && MayEndMark(rest),
        _ => false,
    };

    /// <summary>Whether the last character, a developer's, gets a meaning that they did not give it by an argument that
    /// begins so: <c>-</c> a list, <c>http:</c> an address.</summary>
    public static bool NeedsEscapeBefore(in MarkdownState state, ReadOnlySpan<byte> argument) => (char)state.Last switch
    {
        '>' or '#' or '-' or '+' or '.' => state.IsLineStart && MayEndMark(argument),
        '*' => state.IsLineStart && state.EndsInOneAsterisk && MayEndMark(argument),
        '_' => state.EndsInWordUnderscore && char.IsAsciiLetterOrDigit((char)argument[0]),
        ':' => argument[0] == '/' && state.EndsInSchemeAndColon && !state.IsInTarget,
        _ => false,
    };

    /// <summary>Whether what an argument ended with gets a meaning by a literal that begins so, or the literal by
    /// it.</summary>
    public static bool NeedsGap(in MarkdownState state, byte literal) => (char)literal switch
    {
        '~' or '|' => state.LastWritten == literal,
        '.' => state.IsLineNumber && state.IsNumberOfArgument,
        ':' => state.EndsInScheme || (state.EndsInEmojiName && state.IsNameOfArgument),
        '(' => state.EndsInBracket,
        _ => false,
    };

    /// <summary>The wide form of an ASCII character, which has no meaning anywhere.</summary>
    public static Rune Fullwidth(Rune rune) => new(rune.Value + 0xFEE0);

    /// <summary>Whether what follows an <c>@</c> makes it call everyone, or may still come to.</summary>
    public static bool IsMassMention(ReadOnlySpan<byte> rest)
        => MayBecome(rest, "everyone"u8) || MayBecome(rest, "here"u8);

    private static bool MayBecome(ReadOnlySpan<byte> text, ReadOnlySpan<byte> word)
        => text.Length < word.Length ? word.StartsWith(text) : text.StartsWith(word);

    private static bool IsBeforeAddress(in MarkdownState state, ReadOnlySpan<byte> rest)
        => rest.StartsWith("//"u8) || (rest.Length < 2 && "//"u8.StartsWith(rest) && state.EndsInScheme);

    /// <summary>Whether a developer's word that begins with <c>&lt;</c> is a mark that has a place for such an
    /// argument: an id, a name or a moment.</summary>
    public static bool IsMark(ReadOnlySpan<byte> word, ReadOnlySpan<byte> argument)
        => IsOf(word, "<@"u8) || IsOf(word, "<#"u8) || IsOf(word, "<t:"u8)
            ? !argument.ContainsAnyExcept(s_ofNumbers)
            : !argument.ContainsAnyExcept(s_ofMarks)
                && (IsOf(word, "<:"u8) || IsOf(word, "</"u8) || IsOf(word, "<a:"u8) || IsOf(word, "<id:"u8));

    /// <summary>Whether nothing follows that would be seen in a heading: Discord takes number signs from its
    /// end.</summary>
    public static bool IsEndOfHeading(ReadOnlySpan<byte> rest)
        => rest.TrimStart(" #\t\r\n"u8) is var end && (end.IsEmpty || MayBeOtherSpace(end));

    private static bool IsOf(ReadOnlySpan<byte> word, ReadOnlySpan<byte> start)
        => word.StartsWith(start) && !word[start.Length..].ContainsAnyExcept(s_inMarks);

    // A mark, or a link in angle brackets, is a word that holds a colon or an at sign, or begins with a number sign or
    // a plus; the name of a command may hold spaces. List<string> is none.
    private static bool MayBecomeMark(ReadOnlySpan<byte> rest)
    {
        // White space at its end may be cut off, and what follows it then ends the word.
        rest = TrimEnd(rest[..Math.Min(rest.Length, FurthestEnd)]);
        var end = rest.StartsWith((byte)'/') ? rest.IndexOf((byte)'>') : rest.IndexOfAny((byte)' ', (byte)'>');
        return end < 0
            || (rest[end] == '>'
                && (rest[0] is (byte)'#' or (byte)'+' || rest[..end].ContainsAny((byte)':', (byte)'@')));
    }

    private static ReadOnlySpan<byte> TrimEnd(ReadOnlySpan<byte> text)
    {
        while (Rune.DecodeLastFromUtf8(text, out var rune, out var length) == OperationStatus.Done
            && Rune.IsWhiteSpace(rune))
        {
            text = text[..^length];
        }

        return text;
    }

    private static int SameLength(ReadOnlySpan<byte> text, byte value)
    {
        var length = text.IndexOfAnyExcept(value);
        return length < 0 ? text.Length : length;
    }

    private static bool MayEndMark(ReadOnlySpan<byte> rest)
        => rest.IsEmpty || rest[0] is (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r' || MayBeOtherSpace(rest);

    // What else is a space and is not ASCII; U+0085 is shown as something that is none.
    private static bool MayBeOtherSpace(ReadOnlySpan<byte> rest)
        => rest[0] >= 0x80
            && (Rune.DecodeFromUtf8(rest, out var rune, out _) != OperationStatus.Done
                || (Rune.IsWhiteSpace(rune) && rune.Value != 0x85));
}
