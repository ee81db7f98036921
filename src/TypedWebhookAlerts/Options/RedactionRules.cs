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

        return RedactionPattern.TryCreate(pattern) switch
        {
            null => $"{option} must be a .NET regular expression without lookarounds, backreferences and atomic groups.",
            { } regex when regex.IsMatch(string.Empty) => $"{option} must not match an empty text.",
            _ => null,
        };
    }

    private static string? Excuse(string? excuse, int index, RedactionOptions redaction)
    {
        var kinds = RedactedKinds.All.Concat(redaction.Patterns.Keys).ToList();
        if (excuse is not null && kinds.Contains(excuse.Trim(), StringComparer.OrdinalIgnoreCase))
        {
            return null;
        }

        var option = $"Redaction:Except:{index}";
        if (RedactionPattern.TryCreateWhole(excuse) is null)
        {
            return $"{option} must be the name of a kind or a .NET regular expression without lookarounds, backreferences "
                + "and atomic groups.";
        }

        // A name is an expression too, which would match nothing but itself: who writes one that is nearly a kind's
        // means it.
        var hint = excuse!.AsSpan().ContainsAnyExcept(s_nameCharacters)
            ? string.Empty
            : NearestName.Hint(excuse!, kinds);
        return hint.Length == 0 ? null : $"{option} is no kind of secret{hint}";
    }
}
