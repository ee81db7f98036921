using System.Globalization;
using System.Text;

namespace TypedWebhookAlerts.Rendering;

/// <summary>What of a text a reader sees, and what stands in for characters that would hide or turn round the
/// rest.</summary>
internal static class Legible
{
    /// <summary>Stands where a text would show nothing: Discord refuses an empty field.</summary>
    public static ReadOnlySpan<byte> Blank => "(blank)"u8;

    /// <summary>The rune itself, or its visible substitute: control pictures for control characters, U+FFFD for what
    /// reorders the text around it.</summary>
    public static Rune Substitute(Rune rune) => rune.Value switch
    {
        '\n' or '\t' => rune,
        '\r' or 0x2028 or 0x2029 => new Rune('\n'),
        < 0x20 => new Rune(0x2400 + rune.Value),
        0x7F => new Rune(0x2421),
        >= 0x80 and < 0xA0 => Rune.ReplacementChar,
        >= 0x202A and <= 0x202E => Rune.ReplacementChar,
        >= 0x2066 and <= 0x2069 => Rune.ReplacementChar,
        _ => rune,
    };

    /// <summary>Whether Discord trims the rune at the edge of a text.</summary>
    public static bool IsEdge(Rune rune) => Rune.IsWhiteSpace(rune) || rune.Value == 0xFEFF;

    /// <summary>Whether the rune alone would show anything.</summary>
    public static bool IsVisible(Rune rune)
    {
        if (rune.IsAscii)
        {
            return rune.Value is > 0x20 and < 0x7F;
        }

        return Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.Control or UnicodeCategory.Format => false,
            UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator => false,
            UnicodeCategory.ParagraphSeparator => false,
            _ => !IsDrawnAsNothing(rune.Value),
        };
    }

    // Fillers, joiners, variation selectors and the empty Braille cell are letters, marks or symbols by category.
    private static bool IsDrawnAsNothing(int value) => value
        is 0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or 0x2800 or 0x3164 or 0xFFA0
        or (>= 0x180B and <= 0x180F) or (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0000 and <= 0xE0FFF);
}
