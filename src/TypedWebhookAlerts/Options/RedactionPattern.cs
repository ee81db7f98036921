using System.Text.RegularExpressions;

namespace TypedWebhookAlerts;

/// <summary>Makes the user's patterns into expressions whose time grows with the text and no faster.</summary>
internal static class RedactionPattern
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;

    /// <summary>An expression that finds what the pattern says; null when .NET cannot run it so.</summary>
    public static Regex? TryCreate(string? pattern)
    {
        try
        {
            return string.IsNullOrEmpty(pattern) ? null : new Regex(pattern, Options);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            // Wrong, or with lookarounds, backreferences or more states than the engine without backtracking takes.
            return null;
        }
    }

    /// <summary>An expression that only matches a text as a whole; null when .NET cannot run it so.</summary>
    public static Regex? TryCreateWhole(string? pattern)
        => TryCreate(pattern) is null ? null : TryCreate($@"\A(?:{pattern})\z");
}
