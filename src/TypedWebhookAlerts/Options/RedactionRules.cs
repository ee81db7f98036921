using System.Buffers;

namespace TypedWebhookAlerts;

/// <summary>What may be said of redaction. No mistake repeats a pattern: it may hold what it is to hide.</summary>
internal static class RedactionRules
{
    private const int LongestName = 40;

    private static readonly SearchValues<char> s_nameCharacters = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-");

    public static IEnumerable<string> Mistakes(WebhookAlertOptions options)
    {
        var redaction = options.Redaction;
        return redaction.Patterns
            .Select(pattern => Pattern(pattern.Key, pattern.Value))
            .Concat(redaction.Except.Select((excuse, index) => Excuse(excuse, index, redaction)))
            .OfType<string>();
    }

    private static string? Pattern(string name, string? pattern)
    {
        var option = $"Redaction:Patterns:{ShownName.Of(name)}";
        if (name.Length is 0 or > LongestName || name.AsSpan().ContainsAnyExcept(s_nameCharacters))
        {
            return $"{option} must have a name of letters, digits and hyphens, at most {LongestName} characters.";
        }

        if (RedactionPattern.Problem(pattern) is { } problem)
        {
            return $"{option} must be {problem}.";
        }

        return RedactionPattern.TryCreate(pattern)!.IsMatch(string.Empty)
            ? $"{option} must not match an empty text."
            : null;
    }

    private static string? Excuse(string? excuse, int index, RedactionOptions redaction)
    {
        var kinds = RedactedKinds.All.Concat(redaction.Patterns.Keys).ToList();
        if (excuse is not null && kinds.Contains(excuse.Trim(), StringComparer.OrdinalIgnoreCase))
        {
            return null;
        }

        var option = $"Redaction:Except:{index}";
        if (RedactionPattern.ProblemOfWhole(excuse) is { } problem)
        {
            return $"{option} must be the name of a kind or {problem}.";
        }

        // Expressions have commas of their own, so a text is not split at them.
        if (excuse!.Contains(',', StringComparison.Ordinal)
            && excuse.Split(',').Any(part => kinds.Contains(part.Trim(), StringComparer.OrdinalIgnoreCase)))
        {
            return $"{option} must be one kind or expression: more are a list, not a text with commas.";
        }

        return NearlyAKind(excuse, kinds) is { } hint ? $"{option} {hint}" : null;
    }

    // A name is an expression too, which would match nothing but itself: who writes one that is nearly a kind's
    // means it.
    private static string? NearlyAKind(string excuse, IEnumerable<string> kinds)
    {
        // Of one with another mark in its hyphen's place only the very kind is meant: dev_token is no npm-token.
        var name = excuse.Trim().Replace(' ', '-').Replace('_', '-');
        var near = excuse.AsSpan().ContainsAnyExcept(s_nameCharacters)
            ? kinds.Where(kind => kind.Equals(name, StringComparison.OrdinalIgnoreCase))
            : kinds;
        var hint = NearestName.Hint(name, near);
        return hint.Length == 0 ? null : $"is no kind of secret{hint} A word that is meant itself is written ^word$.";
    }
}
