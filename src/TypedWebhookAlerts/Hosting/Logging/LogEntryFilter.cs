using Microsoft.Extensions.Logging;

namespace TypedWebhookAlerts.Hosting;

/// <summary>
/// Which entries of a category become alerts: those that a rule for this provider lets in, and where there is none,
/// those from Warning on. The logger factory applies all rules besides; one that is not .NET's own (Serilog's) applies
/// none.
/// </summary>
internal sealed class LogEntryFilter
{
    private static readonly LogEntryFilter s_default = new("", LogLevel.Warning, filter: null);
    private static readonly string? s_name = typeof(WebhookAlertsLoggerProvider).FullName;

    private readonly string _category;
    private readonly LogLevel _minimum;
    private readonly Func<string?, string?, LogLevel, bool>? _filter;

    private LogEntryFilter(string category, LogLevel minimum, Func<string?, string?, LogLevel, bool>? filter)
    {
        _category = category;
        _minimum = minimum;
        _filter = filter;
    }

    public static LogEntryFilter For(string category, LoggerFilterOptions? options)
    {
        LoggerFilterRule? best = null;
        foreach (var rule in options?.Rules ?? [])
        {
            if (IsOurs(rule) && Matches(rule.CategoryName, category) && !IsMoreGeneral(rule, best))
            {
                best = rule;
            }
        }

        return best is null ? s_default : new LogEntryFilter(category, best.LogLevel ?? LogLevel.Trace, best.Filter);
    }

    /// <summary>Whether entries of a level, which is not None, pass. Throws what a filter of the user's
    /// throws.</summary>
    public bool Takes(LogLevel level)
        => level >= _minimum && (_filter?.Invoke(s_name, _category, level) ?? true);

    private static bool IsOurs(LoggerFilterRule rule)
        => rule.ProviderName is { } name && (name == s_name || name == WebhookAlertsLoggerProvider.Alias);

    // As .NET selects a rule: the longest category, and of equal ones the last.
    private static bool IsMoreGeneral(LoggerFilterRule rule, LoggerFilterRule? best)
        => best?.CategoryName is { } category && (rule.CategoryName?.Length ?? -1) < category.Length;

    private static bool Matches(string? pattern, string category)
    {
        if (pattern is null)
        {
            return true;
        }

        var star = pattern.IndexOf('*', StringComparison.Ordinal);
        var prefix = star < 0 ? pattern : pattern[..star];
        var suffix = star < 0 ? "" : pattern[(star + 1)..];
        return category.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)
            && category.EndsWith(suffix, StringComparison.OrdinalIgnoreCase);
    }
}
