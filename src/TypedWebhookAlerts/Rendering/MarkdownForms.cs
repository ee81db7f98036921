using System.Buffers;
using System.Text;

namespace TypedWebhookAlerts.Rendering;

/// <summary>
/// How far the forms reach that Discord finds in a text: styles, code, labels of links, marked lines. Each is looked for
/// from its first byte on, in UTF-8.
/// </summary>
/// <remarks>Discord takes the first form that matches, from left to right, so what stands inside of one ends
/// there.</remarks>
internal static class MarkdownForms
{
    private const int MostNumberSigns = 3;
    private const int StillOpen = -1;

    private static readonly SearchValues<byte> s_ofLanguage =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-+."u8);

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

    /// <summary>The bytes of the code block or the inline code that begins here; 0 if none does, or if it depends on what
    /// follows the text.</summary>
    public static int CodeLength(ReadOnlySpan<byte> text)
    {
        var backticks = BackticksOf(text);
        if (backticks >= MarkdownState.Fence)
        {
            return FenceLength(text);
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

    /// <summary>The bytes of the heading, the quote or the item of a list that begins here, with the line feed that ends
    /// it; 0 if none does.</summary>
    public static int MarkedLineLength(ReadOnlySpan<byte> text)
    {
        if (text[0] == '#')
        {
            return HeadingLength(text);
        }

        if (text.StartsWith("> "u8))
        {
            return LinesLength(text, static next => next.TrimStart((byte)' ').StartsWith("> "u8));
        }

        var number = text.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        var bullet = number > 0 && text[number] == '.' ? number + 1 : text[0] is (byte)'*' or (byte)'+' or (byte)'-' ? 1 : 0;
        bullet = text.StartsWith("-# "u8) ? 2 : bullet;
        return bullet > 0 && bullet + 1 < text.Length && text[bullet] == ' '
            ? LinesLength(text, static next => next.StartsWith((byte)' '))
            : 0;
    }

    private static int HeadingLength(ReadOnlySpan<byte> text)
    {
        var signs = text.IndexOfAnyExcept((byte)'#');
        var space = signs is > 0 and <= MostNumberSigns ? text[signs..].IndexOfAnyExcept(" \n\t"u8) : 0;
        if (space <= 0)
        {
            return 0;
        }

        var end = text[(signs + space)..].IndexOf((byte)'\n');
        return end < 0 ? text.Length : signs + space + end + 1;
    }

    private static int LinesLength(ReadOnlySpan<byte> text, Func<ReadOnlySpan<byte>, bool> goesOn)
    {
        var length = 0;
        do
        {
            var end = text[length..].IndexOf((byte)'\n');
            length = end < 0 ? text.Length : length + end + 1;
        }
        while (length < text.Length && goesOn(text[length..]));

        return length;
    }

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
