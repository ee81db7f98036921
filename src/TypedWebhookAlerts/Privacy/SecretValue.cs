using System.Buffers;

namespace TypedWebhookAlerts.Privacy;

/// <summary>Decides whether the value of a secret-like key is a secret.</summary>
/// <param name="Strength">What the key's name says.</param>
/// <param name="IsTight">Whether it is assigned beyond doubt.</param>
/// <param name="IsQuoted">Whether it stands in quotes or between tags.</param>
/// <param name="IsListed">Whether it is one of a list, as connection strings are.</param>
internal readonly record struct SecretValue(KeyStrength Strength, bool IsTight, bool IsQuoted, bool IsListed)
{
    private const int LeastPassword = 3;
    private const int LeastDigits = 5;
    private const int LeastToken = 8;
    private const int LeastLoose = 5;
    private const int LeastWord = 12;
    private const int LongestInSlug = 12;

    private static readonly SearchValues<char> s_vowels = SearchValues.Create("aeiouy");

    private static readonly SearchValues<char> s_codeCharacters = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_.");

    private static readonly SearchValues<char> s_topicCharacters = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyz0123456789_.-");

    private static readonly SearchValues<char> s_countCharacters = SearchValues.Create("0123456789/.,%");

    private static readonly SearchValues<char> s_marks = SearchValues.Create("!#$%^&*+=?@~");

    private static readonly SearchValues<char> s_dateCharacters = SearchValues.Create("0123456789.,:-+TZ ");

    /// <summary>The value of a field: all of it is one.</summary>
    public static SecretValue OfField(KeyStrength strength)
        => new(strength, IsTight: true, IsQuoted: true, IsListed: false);

    public bool IsSecret(ReadOnlySpan<char> value)
    {
        if (Placeholder.IsOne(value) || (value[0] is '{' or '[' && !(IsQuoted && IsNoStructure(value))))
        {
            return false;
        }

        if (value.ContainsAny(" \t\n"))
        {
            return Strength == KeyStrength.Password && IsTight && (IsQuoted || IsListed) && !Placeholder.IsProse(value)
                && Redaction.MarkLength(value) == 0;
        }

        return Strength == KeyStrength.Password ? IsPassword(value) : IsToken(value);
    }

    private bool IsPassword(ReadOnlySpan<char> value)
        => IsTight || IsListed
            ? value.Length >= LeastPassword && !IsSmallNumber(value) && !IsReference(value) && !IsPlace(value)
            : value.Length >= LeastLoose && !IsReference(value) && !IsSmallNumber(value)
                && (IsQuoted || HasMoreThanLetters(value) || Entropy.IsOdd(value)
                    || (value.Length >= LeastWord && value.ContainsAny('-', '_')));

    private bool IsToken(ReadOnlySpan<char> value)
        => !IsNumberOrDate(value) && !IsPlace(value) && !IsReference(value) && !IsRoutingKey(value) && !IsSlug(value)
            && (Entropy.IsRandom(value, LeastToken)
                || (IsTight && value.Length >= LeastWord && HasMoreThanLetters(value))
                || (IsTight && value.Length >= 20));

    // In quotes, a password may begin like JSON.
    private bool IsNoStructure(ReadOnlySpan<char> value)
        => Strength == KeyStrength.Password && value.Length > 1 && !value.ContainsAny(" \t\n,:")
            && value[1] is not ('"' or '\'' or '\\' or '{' or '[' or '&' or '}' or ']');

    // "password=12" counts something, and so does "pass=3/4"; what is a password has more digits at least.
    private static bool IsSmallNumber(ReadOnlySpan<char> value)
        => value.Length < LeastDigits && !value.ContainsAnyExcept(s_countCharacters);

    private static bool HasMoreThanLetters(ReadOnlySpan<char> value)
        => value.ContainsAnyInRange('0', '9') || value.ContainsAny(s_marks);

    /// <summary>Whether it is a name in code: <c>request.Password</c>, <c>System.String</c>,
    /// <c>getToken()</c>.</summary>
    private static bool IsReference(ReadOnlySpan<char> value)
    {
        var call = value.IndexOfAny('(', '[');
        if (call > 0 && value[^1] is '(' or ')' or '[' or ']' && !value[..call].ContainsAnyExcept(s_codeCharacters))
        {
            return true;
        }

        return value.Contains('.') && char.IsAsciiLetter(value[0])
            && !value.ContainsAnyExcept(s_codeCharacters) && !Entropy.IsMixed(value);
    }

    /// <summary>Whether it names a topic, which brokers call a key: <c>stats.guild.81384788765712384</c>.</summary>
    private static bool IsRoutingKey(ReadOnlySpan<char> value)
        => value.Contains('.') && char.IsAsciiLetterLower(value[0]) && !value.ContainsAnyExcept(s_topicCharacters)
            && !Entropy.IsMixed(value);

    /// <summary>Whether it is two or three words, as what a game or a shop calls a token:
    /// <c>golden-dragon-statue</c>. More are a passphrase.</summary>
    private static bool IsSlug(ReadOnlySpan<char> value)
    {
        var words = 0;
        foreach (var range in value.SplitAny('-', '_'))
        {
            var word = value[range];
            if (word.Length > LongestInSlug || !word.ContainsAny(s_vowels) || word.ContainsAnyExceptInRange('a', 'z'))
            {
                return false;
            }

            words++;
        }

        return words is 2 or 3;
    }

    private static bool IsNumberOrDate(ReadOnlySpan<char> value) => !value.ContainsAnyExcept(s_dateCharacters);

    // An address or a path says where a token is.
    private static bool IsPlace(ReadOnlySpan<char> value)
        => value.Contains("://", StringComparison.Ordinal)
            || value[0] == '/' && value[1..].Contains('/') && !Entropy.IsMixed(value)
            || value.StartsWith("./") || value.StartsWith("~/")
            || (value.Length > 2 && value[1] == ':' && value[2] is '\\' or '/');
}
