using System.Text.RegularExpressions;

namespace TypedWebhookAlerts.Privacy;

/// <summary>Finds what the user's patterns say.</summary>
internal sealed class CustomPatterns
{
    private readonly List<(string Kind, Regex Pattern)> _patterns = [];

    private CustomPatterns(RedactionOptions options)
    {
        foreach (var (name, pattern) in options.Patterns)
        {
            if (RedactionPattern.TryCreate(pattern) is { } regex)
            {
                _patterns.Add((name.ToLowerInvariant(), regex));
            }
        }
    }

    public static CustomPatterns? Create(RedactionOptions options)
        => options.Patterns.Count == 0 ? null : new CustomPatterns(options);

    public void Find(ref SecretSearch search)
    {
        foreach (var (kind, pattern) in _patterns)
        {
            foreach (var match in pattern.EnumerateMatches(search.Text))
            {
                search.Add(match.Index, match.Index + match.Length, kind);
            }
        }
    }
}
