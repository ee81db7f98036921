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

    /// <summary>Takes a mass mention apart without being seen.</summary>
    public static readonly Rune ZeroWidthSpace = new('\u200B');

    private static readonly SearchValues<byte> s_plain = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 ,;=()!?'+%&$^{}/.-#>"u8);

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
        '*' or '_' or '~' or '|' or '`' or '\\' or '[' => true,
        ']' => state.IsInLabel,
        '<' => rest.IsEmpty || !IsNoMark(rest[0]),
        ':' => IsBeforeAddress(state, rest),
        '>' or '#' => state.IsLineStart,
        '-' => state.IsLineStart && (rest.IsEmpty || rest[0] == '#' || MayBeSpace(rest[0])),
        '.' => state.IsLineNumber && (rest.IsEmpty || MayBeSpace(rest[0])),
        _ => false,
    };

    /// <summary>Whether the last character, a developer's, gets a meaning that they did not give it by an argument that
    /// begins so: <c>&lt;</c> a mark, <c>-</c> a list, <c>http:</c> an address.</summary>
    public static bool NeedsEscapeBefore(in MarkdownState state, ReadOnlySpan<byte> argument) => (char)state.Last switch
    {
        '<' => !IsNoMark(argument[0]),
        '>' or '#' or '-' or '.' => state.IsLineStart && MayBeSpace(argument[0]),
        ':' => argument[0] == '/' && state.EndsInSchemeAndColon,
        _ => false,
    };

    /// <summary>Whether what follows an <c>@</c> makes it call everyone, or may still come to.</summary>
    public static bool IsMassMention(ReadOnlySpan<byte> rest)
        => MayBecome(rest, "everyone"u8) || MayBecome(rest, "here"u8);

    private static bool MayBecome(ReadOnlySpan<byte> text, ReadOnlySpan<byte> word)
        => text.Length < word.Length ? word.StartsWith(text) : text.StartsWith(word);

    private static bool IsBeforeAddress(in MarkdownState state, ReadOnlySpan<byte> rest)
        => rest.StartsWith("//"u8) || (rest.Length < 2 && "//"u8.StartsWith(rest) && state.EndsInScheme);

    private static bool IsNoMark(byte next)
        => next is (byte)' ' or (byte)'\n' or (byte)'=' or (>= (byte)'0' and <= (byte)'9');

    // The first byte of a white space that is not ASCII is only known to be no ASCII.
    private static bool MayBeSpace(byte next) => next is <= (byte)' ' or >= 0x7F;
}
