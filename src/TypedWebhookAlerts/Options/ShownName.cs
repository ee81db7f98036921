using System.Buffers;

namespace TypedWebhookAlerts;

/// <summary>Shows names that configuration gives, keys among them, in messages: what got into the wrong place may be an
/// address, which is a secret, or anything else.</summary>
internal static class ShownName
{
    private const int Longest = 200;

    /// <summary>A webhook's token has 68 of these characters in a row; no name has so many.</summary>
    private const int ShortestToken = 50;

    private const string Hidden = "***";

    private static readonly SearchValues<char> s_tokenCharacters = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

    /// <summary>A name, or a path of such, on one line: without what may be an address, and not too long.</summary>
    public static string Of(string name)
    {
        var parts = name.Split(':').Select(part => IsSecret(part) ? Hidden : part);
        var text = string.Join(':', parts);
        text = text.Length > Longest ? string.Concat(text.AsSpan(0, CutLength(text)), "…") : text;
        return text.Any(BreaksLine) ? string.Concat(text.Select(c => BreaksLine(c) ? '?' : c)) : text;
    }

    /// <summary>Whether a name is, or holds, what may be the address of a webhook, or its token.</summary>
    public static bool IsSecret(string name)
        => name.Contains("//", StringComparison.Ordinal)
            || name.Contains("webhooks/", StringComparison.OrdinalIgnoreCase)
            || HoldsToken(name);

    private static bool HoldsToken(ReadOnlySpan<char> name)
    {
        while (name.Length >= ShortestToken)
        {
            var length = name.IndexOfAnyExcept(s_tokenCharacters);
            if (length < 0 || length >= ShortestToken)
            {
                return true;
            }

            name = name[(length + 1)..];
        }

        return false;
    }

    /// <summary>Whether it would begin another line, or another colour, in a log.</summary>
    private static bool BreaksLine(char c) => char.IsControl(c) || c is '\u2028' or '\u2029';

    private static int CutLength(string text) => char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest;
}
