using System.Buffers;

namespace TypedWebhookAlerts.Privacy;

/// <summary>The characters that secrets are made of.</summary>
internal static class CharKinds
{
    public const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private const string Digits = "0123456789";

    private static readonly bool[] s_isDotted = CreateTable(Letters + Digits + "-_.");

    private static readonly bool[] s_isWord = CreateTable(Letters + Digits + "-_");

    /// <summary>Letters.</summary>
    public static SearchValues<char> AsciiLetters { get; } = SearchValues.Create(Letters);

    /// <summary>Those of base64url: letters, digits, hyphen and underscore.</summary>
    public static SearchValues<char> Word { get; } = SearchValues.Create(Letters + Digits + "-_");

    /// <summary>The same and dots.</summary>
    public static SearchValues<char> Dotted { get; } = SearchValues.Create(Letters + Digits + "-_.");

    /// <summary>Those of base64 and base64url.</summary>
    public static SearchValues<char> Base64 { get; } = SearchValues.Create(Letters + Digits + "-_+/=");

    /// <summary>Those of which a credential that was cut may be made.</summary>
    public static SearchValues<char> Credential { get; }
        = SearchValues.Create(Letters + Digits + "-_+/=.~:%@$!#&*^?\\");

    /// <summary>Whether a character is one of <see cref="Word"/>.</summary>
    public static bool IsWord(char c) => c < s_isWord.Length && s_isWord[c];

    /// <summary>Whether a character is one of <see cref="Dotted"/>.</summary>
    public static bool IsDotted(char c) => c < s_isDotted.Length && s_isDotted[c];

    /// <summary>Where a run of characters ends.</summary>
    public static int EndOf(ReadOnlySpan<char> text, int start, SearchValues<char> characters)
    {
        var length = text[start..].IndexOfAnyExcept(characters);
        return length < 0 ? text.Length : start + length;
    }

    /// <summary>Where a token ends whose begin is known; a dot that ends the sentence is none of it.</summary>
    public static int EndOfToken(ReadOnlySpan<char> text, int start, SearchValues<char> characters)
    {
        var end = EndOf(text, start, characters);
        while (end > start && text[end - 1] == '.')
        {
            end--;
        }

        return end;
    }

    private static bool[] CreateTable(string characters)
    {
        var table = new bool[128];
        foreach (var c in characters)
        {
            table[c] = true;
        }

        return table;
    }
}
