using System.Buffers;
using System.Text;

namespace TypedWebhookAlerts.Rendering;

/// <summary>
/// How far the forms reach that Discord finds inside a line: styles, code, links, marks. Each is looked for from its
/// first byte on, in UTF-8.
/// </summary>
/// <remarks>Discord takes the first form that matches, from left to right, so what stands inside of one ends
/// there.</remarks>
internal static class MarkdownForms
{
    private const int StillOpen = -1;
    private const int LongestScheme = 10;

    private static readonly SearchValues<byte> s_ofLanguage =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-+."u8);

    private static readonly SearchValues<byte> s_ofName =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_"u8);

    /// <summary>The bytes of the style that begins here; 0 if none does, or if it depends on what follows the
    /// text.</summary>
    public static int StyleLength(ReadOnlySpan<byte> text)
    {
        var mark = text[0];
        if (mark is (byte)'~' or (byte)'|')
        {
            return DoubleLength(text, hasEscapes: false);
        }

        var single = SingleLength(text);
        if (text.Length < 2 || text[1] != mark)
        {
            return Math.Max(0, single);
        }

        // The longer of both wins: one that is still open may come to be that.
        var twofold = DoubleLength(text, hasEscapes: true);
        return twofold == 0 || single == StillOpen ? 0 : Math.Max(single, twofold);
    }

    /// <summary>The bytes of the code block or the inline code that begins here; 0 if none does, or if it depends on
    /// what follows the text.</summary>
    public static int CodeLength(ReadOnlySpan<byte> text)
    {
        var backticks = BackticksOf(text);
        if (backticks >= MarkdownState.Fence && FenceLength(text) is var fence and > 0)
        {
            return fence;
        }

        for (var end = backticks; end < text.Length;)
        {
            var run = BackticksOf(text[end..]);
            if (run == backticks)
            {
                return end + run;
            }

            end += Math.Max(1, run);
        }

        return 0;
    }

    /// <summary>The bytes of the link that begins here with its label; 0 if none does.</summary>
    public static int LinkLength(ReadOnlySpan<byte> text)
    {
        var label = text.IndexOf("]("u8);
        if (label < 0 || text[1..label].Contains((byte)'['))
        {
            return 0;
        }

        var target = text[(label + 2)..];
        var end = target.IndexOfAny(") \n("u8);
        var scheme = target.StartsWith((byte)'<') ? target[1..] : target;
        var isLink = end >= 0 && target[end] == ')' && (scheme.StartsWith("http"u8) || scheme.StartsWith("discord:"u8));
        return isLink ? label + 2 + end + 1 : 0;
    }

    /// <summary>The bytes of the mark or the link in angle brackets that begins here; 0 if none does.</summary>
    public static int AngleLength(ReadOnlySpan<byte> text)
    {
        var end = text.IndexOf((byte)'>');
        return end > 0 && (IsMark(text[1..end]) || IsAddress(text[1..end])) ? end + 1 : 0;
    }

    // An emoji or a command, which have a number behind their name; of others no name can be taken for a style.
    private static bool IsMark(ReadOnlySpan<byte> inside)
    {
        var colon = inside.LastIndexOf((byte)':');
        var isNumbered = colon > 0 && colon + 1 < inside.Length
            && !inside[(colon + 1)..].ContainsAnyExceptInRange((byte)'0', (byte)'9');
        var name = inside[..Math.Max(0, colon)];
        name = name.StartsWith("a:"u8) ? name[1..] : name;
        return isNumbered && (name[0] == '/'
            ? name.Length > 1 && !name.ContainsAny(":<\n"u8)
            : name.Length > 1 && name[0] == ':' && !name[1..].ContainsAnyExcept(s_ofName));
    }

    private static bool IsAddress(ReadOnlySpan<byte> inside)
    {
        var colon = inside.IndexOf((byte)':');
        var at = inside.IndexOf((byte)'@');
        return (!inside.Contains((byte)' ') && colon > 0 && colon + 2 < inside.Length && inside[colon + 1] == '/')
            || (at > 0 && at + 1 < inside.Length && WordLength(inside) == inside.Length);
    }

    /// <summary>The bytes of what could be an emoji's name between colons; 0 if there is none.</summary>
    public static int EmojiLength(ReadOnlySpan<byte> text)
    {
        var name = text[1..].IndexOfAnyExcept(EmojiName.Characters);
        var isEmoji = name > 0 && text[name + 1] == ':' && text.Slice(1, name).ContainsAnyInRange((byte)'a', (byte)'z');
        return isEmoji ? name + 2 : 0;
    }

    /// <summary>The bytes of the address that begins here; 0 if none does.</summary>
    public static int AddressLength(ReadOnlySpan<byte> text)
    {
        var scheme = text[..Math.Min(text.Length, LongestScheme)].IndexOf("://"u8);
        if (scheme < 0 || !IsScheme(text[..scheme]))
        {
            return 0;
        }

        // A point or a quotation mark at its end is the sentence's.
        var start = scheme + "://".Length;
        var length = WordLength(text[start..]);
        length = text.Slice(start, length).TrimEnd(".,:;\"']"u8).Length;
        return length < 2 ? 0 : start + length;
    }

    private static int WordLength(ReadOnlySpan<byte> text)
    {
        var length = 0;
        while (Rune.DecodeFromUtf8(text[length..], out var rune, out var bytes) == OperationStatus.Done
            && rune.Value != '<' && !Rune.IsWhiteSpace(rune))
        {
            length += bytes;
        }

        return length;
    }

    private static bool IsScheme(ReadOnlySpan<byte> text)
        => Ascii.EqualsIgnoreCase(text, "https"u8) || Ascii.EqualsIgnoreCase(text, "http"u8)
            || Ascii.EqualsIgnoreCase(text, "discord"u8) || Ascii.EqualsIgnoreCase(text, "steam"u8);

    // A block holds more than line feeds; its first line is a language if it is one word.
    private static int FenceLength(ReadOnlySpan<byte> text)
    {
        var line = text[MarkdownState.Fence..].IndexOf((byte)'\n');
        var hasLanguage = line >= 0 && !text.Slice(MarkdownState.Fence, line).ContainsAnyExcept(s_ofLanguage);
        return FenceEnd(text, MarkdownState.Fence + (hasLanguage ? line + 1 : 0));
    }

    private static int FenceEnd(ReadOnlySpan<byte> text, int start)
    {
        var content = text[start..].IndexOfAnyExcept((byte)'\n');
        var end = content < 0 ? -1 : text[(start + content + 1)..].IndexOf("```"u8);
        return end < 0 ? 0 : start + content + 1 + end + 3;
    }

    private static int BackticksOf(ReadOnlySpan<byte> text)
    {
        var length = text.IndexOfAnyExcept((byte)'`');
        return length < 0 ? text.Length : length;
    }

    // Italics: what they hold has such marks in pairs alone.
    private static int SingleLength(ReadOnlySpan<byte> text)
    {
        var mark = text[0];
        if (mark == '*' && BeginsWithSpace(text[1..]))
        {
            return 0;
        }

        for (var i = 1; i < text.Length; i++)
        {
            if (text[i] == '\\')
            {
                i++;
            }
            else if (text[i] == mark)
            {
                var next = i + 1 < text.Length ? text[i + 1] : (byte)0;
                if (i > 1 && (mark == '*' ? next != '*' : !IsOfWord(next)))
                {
                    return mark == '_' || EndsInText(text[1..i]) ? i + 1 : 0;
                }

                if (next != mark)
                {
                    return 0;
                }

                i++;
            }
        }

        return StillOpen;
    }

    private static int DoubleLength(ReadOnlySpan<byte> text, bool hasEscapes)
    {
        var mark = text[0];
        if (text.Length < 5 || text[1] != mark)
        {
            return 0;
        }

        for (var i = 2; i < text.Length - 1; i++)
        {
            if (hasEscapes && text[i] == '\\')
            {
                i++;
            }
            else if (i > 2 && text[i] == mark && text[i + 1] == mark && MayEnd(mark, text[(i + 2)..]))
            {
                return i + 2;
            }
        }

        return 0;
    }

    private static bool MayEnd(byte mark, ReadOnlySpan<byte> rest) => (char)mark switch
    {
        '*' or '_' => !rest.StartsWith(mark),
        '~' => !rest.StartsWith((byte)'_'),
        _ => true,
    };

    // Two spaces may stand before an asterisk that ends italics.
    private static bool EndsInText(ReadOnlySpan<byte> text)
    {
        var spaces = text.Length - text.TrimEnd((byte)' ').Length;
        _ = Rune.DecodeLastFromUtf8(text[..^spaces], out var last, out _);
        return spaces <= 2 && spaces < text.Length && !Rune.IsWhiteSpace(last);
    }

    private static bool BeginsWithSpace(ReadOnlySpan<byte> text)
        => Rune.DecodeFromUtf8(text, out var first, out _) == OperationStatus.Done && Rune.IsWhiteSpace(first);

    private static bool IsOfWord(byte value) => value == '_' || char.IsAsciiLetterOrDigit((char)value);
}
