using System.Numerics;

namespace TypedWebhookAlerts.Privacy;

/// <summary>Tells what chance has made from what people write.</summary>
internal static class Entropy
{
    /// <summary>Of a longer text the begin decides.</summary>
    private const int Longest = 256;

    /// <summary>Whether a text has small letters, capitals and digits, or letters and digits in turns, as no name
    /// has.</summary>
    public static bool IsMixed(ReadOnlySpan<char> text)
    {
        text = text[..Math.Min(text.Length, Longest)];
        var turns = Turns(text, out var lower, out var upper, out var digits);
        return (lower && upper && digits && turns >= text.Length / 5) || turns >= Math.Max(5, text.Length / 4);
    }

    /// <summary>Whether a text is so mixed and so long that it was made to be hard to guess.</summary>
    /// <param name="text">The text.</param>
    /// <param name="least">The least length.</param>
    public static bool IsRandom(ReadOnlySpan<char> text, int least)
    {
        text = text[..Math.Min(text.Length, Longest)];
        if (text.Length < least || Distinct(text) < Math.Min(6, least))
        {
            return false;
        }

        var turns = Turns(text, out var lower, out var upper, out var digits);
        return (digits && (lower || upper) && (turns >= 3 || text.Length >= 16))
            || (!digits && lower && upper && turns >= 4 && turns >= text.Length / 5);
    }

    /// <summary>Whether a text has digits between letters, or capitals where no word of a name begins.</summary>
    public static bool IsOdd(ReadOnlySpan<char> text)
    {
        text = text[..Math.Min(text.Length, Longest)];
        var turns = Turns(text, out var lower, out var upper, out var digits);
        return (digits && lower && upper) || (digits && turns >= 2) || (!digits && turns >= 1 && HasTwoCapitals(text));
    }

    private static bool HasTwoCapitals(ReadOnlySpan<char> text)
    {
        for (var at = 1; at < text.Length; at++)
        {
            if (char.IsAsciiLetterUpper(text[at]) && char.IsAsciiLetterUpper(text[at - 1]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>How often a text changes between small letters, capitals and digits; a capital that begins a word is no
    /// change.</summary>
    private static int Turns(ReadOnlySpan<char> text, out bool lower, out bool upper, out bool digits)
    {
        (lower, upper, digits) = (false, false, false);
        var turns = 0;
        var former = ' ';
        foreach (var c in text)
        {
            var kind = char.IsAsciiDigit(c) ? '0'
                : char.IsAsciiLetterLower(c) ? 'a'
                : char.IsAsciiLetterUpper(c) ? 'A'
                : ' ';
            lower |= kind == 'a';
            upper |= kind == 'A';
            digits |= kind == '0';
            if (kind != ' ' && former != ' ' && kind != former && !(former == 'A' && kind == 'a'))
            {
                turns++;
            }

            former = kind == ' ' ? former : kind;
        }

        return turns;
    }

    private static int Distinct(ReadOnlySpan<char> text)
    {
        ulong low = 0;
        ulong high = 0;
        foreach (var c in text)
        {
            low |= c < 64 ? 1UL << c : 0;
            high |= c >= 64 ? 1UL << (c & 63) : 0;
        }

        return BitOperations.PopCount(low) + BitOperations.PopCount(high);
    }
}
