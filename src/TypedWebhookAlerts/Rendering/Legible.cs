using System.Globalization;
using System.Text;

namespace TypedWebhookAlerts.Rendering;

/// <summary>What of a text a reader sees, and what stands in for characters that would hide or turn round the
/// rest.</summary>
internal static class Legible
{
    /// <summary>Stands where a text would show nothing: Discord refuses an empty field.</summary>
    public static ReadOnlySpan<byte> Blank => "(blank)"u8;

    /// <summary>A rune of a developer's, or what stands for it: control pictures for control characters, a line feed
    /// for whatever else ends a line.</summary>
    public static Rune Substitute(Rune rune) => rune.Value switch
    {
        '\n' or '\t' => rune,
        '\r' or 0x2028 or 0x2029 => new Rune('\n'),
        < 0x20 => new Rune(0x2400 + rune.Value),
        0x7F => new Rune(0x2421),
        >= 0x80 and < 0xA0 => Rune.ReplacementChar,
        _ => rune,
    };

    /// <summary>A rune of an argument's, or what stands for it: also what would not be seen has a substitute, U+FFFD,
    /// unless it belongs to its neighbours.</summary>
    /// <param name="rune">The rune.</param>
    /// <param name="before">What is shown before it.</param>
    /// <param name="rest">What follows it, as far as it is known.</param>
    public static Rune Substitute(Rune rune, Rune before, ReadOnlySpan<byte> rest)
        => !Unseen.Contains(rune.Value) ? Substitute(rune)
            : Unseen.BelongsTo(rune, before, rest) ? rune
            : Rune.ReplacementChar;

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
            // An empty Braille cell is a symbol by category.
            _ => rune.Value != 0x2800 && !Unseen.Contains(rune.Value),
        };
    }
}
