using System.Buffers;

namespace TypedWebhookAlerts.Privacy;

/// <summary>The characters that secrets are made of.</summary>
internal static class CharKinds
{
    public const int Letter = 1;
    public const int Digit = 2;
    public const int Dash = 4;

    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private const string Digits = "0123456789";

    private static readonly byte[] s_kinds = CreateKinds();

    /// <summary>Those of base64url: letters, digits, hyphen and underscore.</summary>
    public static SearchValues<char> Word { get; } = SearchValues.Create(Letters + Digits + "-_");

    /// <summary>The same and dots.</summary>
    public static SearchValues<char> Dotted { get; } = SearchValues.Create(Letters + Digits + "-_.");

    /// <summary>Those of base64 and base64url.</summary>
    public static SearchValues<char> Base64 { get; } = SearchValues.Create(Letters + Digits + "-_+/=");

    /// <summary>Those of which a credential that was cut may be made.</summary>
    public static SearchValues<char> Credential { get; }
        = SearchValues.Create(Letters + Digits + "-_+/=.~:%@$!#&*^?\\");

    /// <summary>Of what kind a character is: <see cref="Letter"/>, <see cref="Digit"/>, <see cref="Dash"/>, or 0 if it
    /// is none of those of <see cref="Word"/>.</summary>
    public static int Of(char c) => c < s_kinds.Length ? s_kinds[c] : 0;

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

    private static byte[] CreateKinds()
    {
        var kinds = new byte[128];
        foreach (var c in Letters)
        {
            kinds[c] = Letter;
        }

        foreach (var c in Digits)
        {
            kinds[c] = Digit;
        }

        kinds['-'] = kinds['_'] = Dash;
        return kinds;
    }
}
