using System.Text;

namespace TypedWebhookAlerts.Tests.Rendering.Inertness;

/// <summary>What a reader should see of a value, told again for the tests: each character as it is, but for those that
/// would hide or turn round the text around them.</summary>
internal static class Seen
{
    private static readonly (int First, int Last)[] s_unseen =
    [
        (0xAD, 0xAD), (0x34F, 0x34F), (0x61C, 0x61C), (0x115F, 0x1160), (0x17B4, 0x17B5), (0x180E, 0x180E), (0x200B, 0x200B),
        (0x200E, 0x200F), (0x202A, 0x202E), (0x2060, 0x206F), (0x3164, 0x3164), (0xFEFF, 0xFEFF), (0xFFA0, 0xFFA0),
        (0xFFF0, 0xFFFB), (0x1BCA0, 0x1BCA3), (0x1D173, 0x1D17A), (0xE0000, 0xE001F), (0xE0080, 0xE00FF), (0xE01F0, 0xE0FFF),
    ];

    // Where one of these belongs to its neighbours, it stays.
    private static readonly (int First, int Last)[] s_joining =
        [(0x180B, 0x180D), (0x180F, 0x180F), (0x200C, 0x200D), (0xFE00, 0xFE0F), (0xE0020, 0xE007F), (0xE0100, 0xE01EF)];

    /// <summary>The runes that stand for a value, one for one.</summary>
    public static IReadOnlyList<Rune> Of(string value)
        => [.. value.Replace("\r\n", "\n", StringComparison.Ordinal).EnumerateRunes().Select(Substitute)];

    /// <summary>Whether a rune is shown as it should be, by <see cref="Of"/>.</summary>
    public static bool IsShownAs(Rune expected, Rune shown)
        => shown == expected || (IsIn(s_joining, expected.Value) && shown == Rune.ReplacementChar);

    private static Rune Substitute(Rune rune) => rune.Value switch
    {
        '\n' or '\t' => rune,
        '\r' or 0x2028 or 0x2029 => new Rune('\n'),
        < 0x20 => new Rune(0x2400 + rune.Value),
        0x7F => new Rune(0x2421),
        >= 0x80 and < 0xA0 => Rune.ReplacementChar,
        _ when IsIn(s_unseen, rune.Value) => Rune.ReplacementChar,
        _ => rune,
    };

    private static bool IsIn((int First, int Last)[] ranges, int value)
        => ranges.Any(range => value >= range.First && value <= range.Last);
}
