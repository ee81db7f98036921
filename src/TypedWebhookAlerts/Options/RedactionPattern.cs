using System.Text.RegularExpressions;

namespace TypedWebhookAlerts;

/// <summary>Makes the user's patterns into expressions whose time grows with the text and no faster.</summary>
internal static class RedactionPattern
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;

    /// <summary>An expression that finds what the pattern says; null when .NET cannot run it so.</summary>
    public static Regex? TryCreate(string? pattern)
    {
        TryCreate(pattern, out var regex);
        return regex;
    }

    /// <summary>An expression that only matches a text as a whole; null when .NET cannot run it so.</summary>
    public static Regex? TryCreateWhole(string? pattern)
        => TryCreate(pattern) is null ? null : TryCreate(Whole(pattern));

    /// <summary>What a pattern would have to be, in words that do not repeat it; null when it is that.</summary>
    public static string? Problem(string? pattern) => TryCreate(pattern, out _);

    /// <summary>The same of one that is to match a text as a whole.</summary>
    public static string? ProblemOfWhole(string? pattern) => Problem(pattern) ?? Problem(Whole(pattern));

    private static string Whole(string? pattern) => $@"\A(?:{pattern})\z";

    private static string? TryCreate(string? pattern, out Regex? regex)
    {
        regex = null;
        if (string.IsNullOrEmpty(pattern))
        {
            return "a .NET regular expression, not an empty text";
        }

        try
        {
            regex = new Regex(pattern, Options);
            return null;
        }
        catch (RegexParseException exception)
        {
            // Its message has the pattern; these say where to look, and no more.
            return $"a .NET regular expression: {exception.Error} at character {exception.Offset}";
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            // The engine without backtracking cannot run these, nor more states than it takes.
            return "a .NET regular expression without lookarounds, backreferences, atomic groups and repetitions of "
                + "many thousands";
        }
    }
}
