using System.Text;

namespace TypedWebhookAlerts.Tests.Rendering.Inertness;

/// <summary>
/// A value of the same shape that cannot mean anything: white space stays, each letter or digit becomes one letter, and
/// all else another. What Discord makes of it is the developer's formatting alone.
/// </summary>
internal static class Skeleton
{
    public const char Word = 'q';
    public const char Other = 'é';

    private const int EmptyBraille = 0x2800;

    /// <summary>Whether a rune stands for itself: it is drawn as a space.</summary>
    public static bool IsKept(Rune rune) => Rune.IsWhiteSpace(rune) || rune.Value == EmptyBraille;

    public static string Of(IEnumerable<Rune> seen)
        => string.Concat(seen.Select(rune =>
            IsKept(rune) ? rune.ToString()
            : rune.IsAscii && Rune.IsLetterOrDigit(rune) ? Word.ToString()
            : Other.ToString()));
}
