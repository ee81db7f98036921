using System.Globalization;
using System.Text;

namespace TypedWebhookAlerts.Rendering;

/// <summary>
/// Characters that draw nothing: they hide words in a text, take words apart or turn round what stands beside them.
/// Where one belongs to its neighbours (an emoji, a script that joins its letters) it stays.
/// </summary>
/// <remarks>Unicode's default ignorable code points, and its fillers. The joiners and selectors follow UTS #51 (emoji)
/// and chapter 23.2 of the standard (cursive joining).</remarks>
internal static class Unseen
{
    private const int First = 0xAD;
    private const int BlackFlag = 0x1F3F4;

    private static readonly (int First, int Last)[] s_characters =
    [
        (0xAD, 0xAD),                                   // soft hyphen
        (0x34F, 0x34F),                                 // combining grapheme joiner
        (0x61C, 0x61C),                                 // Arabic letter mark
        (0x115F, 0x1160), (0x3164, 0x3164), (0xFFA0, 0xFFA0), // Hangul fillers
        (0x17B4, 0x17B5),                               // Khmer inherent vowels
        (0x180B, 0x180F),                               // Mongolian selectors and vowel separator
        (0x200B, 0x200F),                               // zero-width space, joiners, direction marks
        (0x202A, 0x202E), (0x2066, 0x206F),             // embeddings, overrides and isolates
        (0x2060, 0x2065),                               // word joiner, invisible operators
        (0xFE00, 0xFE0F), (0xE0100, 0xE01EF),           // variation selectors
        (0xFEFF, 0xFEFF),                               // byte order mark
        (0xFFF0, 0xFFFB),                               // annotations
        (0x1BCA0, 0x1BCA3), (0x1D173, 0x1D17A),         // controls of shorthand and of music
        (0xE0000, 0xE00FF), (0xE01F0, 0xE0FFF),         // tags
    ];

    // Scripts whose letters a joiner joins or parts, from Arabic to Myanmar, from Khmer to Mongolian, and so on.
    private static readonly (int First, int Last)[] s_joiningScripts =
    [
        (0x0600, 0x109F), (0x1700, 0x18AF), (0x1A20, 0x1CFF), (0xA800, 0xABFF), (0xFB50, 0xFDFF), (0xFE70, 0xFEFC),
        (0x10A00, 0x11FFF), (0x1E900, 0x1E95F),
    ];

    /// <summary>Whether a rune draws nothing by itself.</summary>
    public static bool Contains(int value) => value >= First && IsIn(s_characters, value);

    /// <summary>Whether a rune that draws nothing belongs to its neighbours.</summary>
    /// <param name="rune">The rune.</param>
    /// <param name="before">What is shown before it.</param>
    /// <param name="rest">What follows it, as far as it is known.</param>
    public static bool BelongsTo(Rune rune, Rune before, ReadOnlySpan<byte> rest) => rune.Value switch
    {
        0x200C => IsJoiningLetter(before),
        0x200D => IsJoiningLetter(before) || (IsEmojiEnd(before) && BeginsWithEmoji(rest)),
        >= 0xFE00 and <= 0xFE0F => TakesVariation(before),
        >= 0xE0100 and <= 0xE01EF => Rune.GetUnicodeCategory(before) == UnicodeCategory.OtherLetter,
        >= 0x180B and <= 0x180F and not 0x180E => before.Value is >= 0x1800 and <= 0x18AF && !Contains(before.Value),
        >= 0xE0020 and <= 0xE007F => before.Value is BlackFlag or (>= 0xE0020 and <= 0xE007E),
        _ => false,
    };

    private static bool IsJoiningLetter(Rune rune)
        => IsIn(s_joiningScripts, rune.Value)
            && !Contains(rune.Value)
            && (Rune.IsLetter(rune) || Rune.GetUnicodeCategory(rune)
                is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark);

    // A symbol, its skin tone, or the selector that made an emoji of it.
    private static bool IsEmojiEnd(Rune rune)
        => rune.Value == 0xFE0F || (IsSymbol(rune) && rune != Rune.ReplacementChar);

    private static bool BeginsWithEmoji(ReadOnlySpan<byte> rest)
    {
        _ = Rune.DecodeFromUtf8(rest, out var next, out _);
        return IsSymbol(next) && next != Rune.ReplacementChar;
    }

    private static bool IsSymbol(Rune rune)
        => !rune.IsAscii
            && Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherSymbol or UnicodeCategory.ModifierSymbol;

    private static bool TakesVariation(Rune before)
        => before.Value is '#' or '*' or (>= '0' and <= '9')
            || (!before.IsAscii && before != Rune.ReplacementChar && Rune.GetUnicodeCategory(before)
                is UnicodeCategory.OtherSymbol or UnicodeCategory.MathSymbol or UnicodeCategory.OtherPunctuation
                or UnicodeCategory.DashPunctuation or UnicodeCategory.OtherLetter);

    private static bool IsIn((int First, int Last)[] ranges, int value)
    {
        foreach (var (first, last) in ranges)
        {
            if (value >= first && value <= last)
            {
                return true;
            }
        }

        return false;
    }
}
