using System.Text.RegularExpressions;

namespace TypedWebhookAlerts.Privacy;

/// <summary>What is shown although it looks like a secret.</summary>
internal sealed class Excuses
{
    private readonly HashSet<string> _kinds = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<Regex> _wholes = [];

    private Excuses(RedactionOptions options)
    {
        foreach (var excuse in options.Except)
        {
            var name = excuse.Trim();
            if (RedactedKinds.All.Concat(options.Patterns.Keys).Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                _kinds.Add(name);
            }
            else if (RedactionPattern.TryCreateWhole(excuse) is { } whole)
            {
                _wholes.Add(whole);
            }
        }
    }

    public static Excuses None { get; } = new(new RedactionOptions());

    public static Excuses Create(RedactionOptions options) => options.Except.Count == 0 ? None : new Excuses(options);

    public bool Excuse(string kind, ReadOnlySpan<char> secret)
    {
        if (_kinds.Contains(kind))
        {
            return true;
        }

        foreach (var whole in _wholes)
        {
            if (whole.IsMatch(secret))
            {
                return true;
            }
        }

        return false;
    }
}
