using System.Buffers;
using System.Collections.Frozen;

namespace TypedWebhookAlerts.Privacy;

/// <summary>Tells what stands where a secret could, and says only that there is one, or none.</summary>
internal static class Placeholder
{
    private const int LongestWord = 32;
    private const int LongestInBrackets = 128;
    private const int LongestParameter = 5;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_words = FrozenSet.Create(
            StringComparer.OrdinalIgnoreCase,
            "null", "(null)", "nil", "none", "undefined", "true", "false", "yes", "no", "on", "off", "empty", "unset",
            "n/a",
            "required", "optional", "missing", "invalid", "valid", "incorrect", "wrong", "expired", "changed",
            "rejected",
            "accepted", "denied", "revoked", "unknown", "not", "is", "must", "was", "has", "too", "for", "the", "a",
            "an",
            "string", "system.string", "hidden", "redacted", "removed", "masked", "filtered", "secret", "password",
            "changeme", "todo", "default", "example", "placeholder", "refreshed", "renewed", "rotated", "updated",
            "set",
            "cannot", "should", "could", "will", "does", "ok", "failed", "failure", "success", "succeeded", "error",
            "token",
            "bearer", "basic", "key", "any", "all", "weak", "strong", "mismatch", "mismatched", "matches", "matched",
            "reset",
            "authentication", "authorization", "unauthorized", "forbidden", "disabled", "enabled", "absent", "present",
            "unchanged", "sent", "created", "deleted", "saved", "verified", "confirmed", "generated", "unavailable",
            "forgotten",

            // Of what a plan of Terraform says instead.
            "(sensitive", "(known",

            // As the names that are known in these languages are followed by them.
            "falsch", "ungültig", "abgelaufen", "fehlt", "geändert", "incorrecta", "incorrecte", "invalide")
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Words of what is said of a value that is no good, beside the others.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_prose = FrozenSet.Create(
            StringComparer.OrdinalIgnoreCase,
            "be", "can", "can't", "at", "least", "need", "needs", "blank", "field", "digit", "digits", "character",
            "characters",
            "may", "and", "with", "this", "that", "please")
        .GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly SearchValues<char> s_letters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_");

    private static readonly SearchValues<char> s_nameCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ_");

    /// <summary>Whether a value is one.</summary>
    public static bool IsOne(ReadOnlySpan<char> value)
        => value.IsEmpty
            || (value.Length <= LongestWord && s_words.Contains(value))
            || value.IndexOfAnyExcept(value[0]) < 0
            || (value.Length <= LongestInBrackets && IsInBrackets(value))
            || SaysWhose(value)
            || value.StartsWith("***")
            || value.StartsWith("…");

    /// <summary>Whether a text of several words says something of a secret rather than being one.</summary>
    public static bool IsProse(ReadOnlySpan<char> value)
    {
        foreach (var range in value.Split(' '))
        {
            var word = value[range].Trim(".,:;!?'\"");
            if (word.Length is > 0 and <= LongestWord && (s_words.Contains(word) || s_prose.Contains(word)))
            {
                return true;
            }
        }

        return false;
    }

    // your-api-key, YOUR_TOKEN, "put your password here"; what is made by chance may have the letters inside a word.
    private static bool SaysWhose(ReadOnlySpan<char> value)
    {
        var at = value.IndexOf("your", StringComparison.OrdinalIgnoreCase);
        return at >= 0 && (at == 0 || !char.IsAsciiLetterOrDigit(value[at - 1])) && value.IndexOfAny("-_ ") >= 0;
    }

    // ${PASSWORD}, $PASSWORD, {password}, <password>, %PASSWORD%, [secret], @Password, @p0.
    private static bool IsInBrackets(ReadOnlySpan<char> value)
        => (value[0], value[^1]) is ('<', '>') or ('{', '}') or ('[', ']') or ('(', ')') or ('%', '%')
            || (value[0] == '$' && value.Length > 1 && (value[1] is '{' or '(' || IsName(value[1..])))
            || (value[0] == '#' && value.Length > 1 && value[1] == '{')
            || (value[0] is '@' or ':' && value.Length > 1 && !value[1..].ContainsAnyExcept(s_letters))
            || (value is ['@' or ':', 'p', _, ..] && value.Length <= LongestParameter
                && !value[2..].ContainsAnyExceptInRange('0', '9'));

    private static bool IsName(ReadOnlySpan<char> value) => !value.ContainsAnyExcept(s_nameCharacters);
}
