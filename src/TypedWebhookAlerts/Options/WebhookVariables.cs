using System.Globalization;
using Microsoft.Extensions.Logging;

namespace TypedWebhookAlerts;

/// <summary>
/// Reads the <c>WEBHOOK_*</c> environment variables. Spaces and quotes around a value are dropped, an empty one is
/// unset, numbers are read in the invariant culture.
/// </summary>
internal static class WebhookVariables
{
    private static readonly (string Name, string Route)[] s_routes =
    [
        ("WEBHOOK_ERROR_URL", "error"),
        ("WEBHOOK_INFO_URL", "info"),
        ("WEBHOOK_PERFORMANCE_URL", "performance"),
        ("WEBHOOK_MEMBER_EVENTS_URL", "member-events"),
    ];

    private static readonly (string Name, string Expected, Func<WebhookAlertOptions, string, bool> TrySet)[] s_values =
    [
        ("WEBHOOK_MINIMUM_LEVEL", "a level from Trace to Critical, or None", (o, v) =>
            TryLevel(v, level => o.MinimumLevel = level)),
        ("WEBHOOK_MAX_REQUESTS_PER_MINUTE", "a whole number", (o, v) =>
            TryNumber(v, number => o.MaxRequestsPerMinute = number)),
        ("WEBHOOK_BATCH_SIZE", "a whole number", (o, v) => TryNumber(v, number => o.BatchSize = number)),
        ("WEBHOOK_BATCH_TIMEOUT", "a number of seconds", (o, v) => TrySeconds(v, time => o.BatchTimeout = time)),
        ("WEBHOOK_USE_EMBEDS", "true or false", (o, v) => TrySwitch(v, on => o.UseEmbeds = on)),
        ("WEBHOOK_INCLUDE_TIMESTAMPS", "true or false", (o, v) => TrySwitch(v, on => o.IncludeTimestamps = on)),
        ("WEBHOOK_INCLUDE_BOT_INFO", "true or false", (o, v) => TrySwitch(v, on => o.IncludeBotInfo = on)),
        ("WEBHOOK_INCLUDE_STACK_TRACES", "true or false", (o, v) => TrySwitch(v, on => o.IncludeStackTraces = on)),
        ("WEBHOOK_MAX_MESSAGE_LENGTH", "a whole number", (o, v) =>
            TryNumber(v, number => o.MaxMessageLength = number)),
        ("WEBHOOK_COALESCE_SECONDS", "a number of seconds", (o, v) => TrySeconds(v, time => o.CoalesceWindow = time)),
        ("WEBHOOK_DATA_FOLDER", "a path", (o, v) => TryPath(v, path => o.DataFolder = path)),
        ("WEBHOOK_TRUSTED_HOSTS", "host names", (o, v) => TryHosts(o, v)),
        ("WEBHOOK_FALLBACK_PATH", "a path", (o, v) => TryPath(v, path => o.Fallback.Path = path)),
    ];

    /// <summary>Writes what the variables say into the options.</summary>
    /// <param name="options">The options.</param>
    /// <param name="read">Reads a variable by name.</param>
    /// <returns>What is wrong with them, naming the variable and never its value.</returns>
    public static IReadOnlyList<string> Apply(WebhookAlertOptions options, Func<string, string?> read)
    {
        var mistakes = new List<string>();
        foreach (var (name, expected, trySet) in s_values)
        {
            if (Value(read, name) is { } value && !trySet(options, value))
            {
                mistakes.Add($"{name} must be {expected}.");
            }
        }

        foreach (var (name, route) in s_routes)
        {
            if ((Value(read, name) ?? FromFile(read, name + "_FILE", mistakes)) is { } url)
            {
                options.Route(route, url);
            }
        }

        return mistakes;
    }

    /// <summary>The variable that gives a route its address; null for a route that has none.</summary>
    public static string? NameFor(string route)
        => Array.Find(s_routes, known => known.Route.Equals(route, StringComparison.OrdinalIgnoreCase)).Name;

    private static string? Value(Func<string, string?> read, string name) => Clean(read(name));

    private static string? Clean(string? value)
    {
        value = value?.Trim();
        if (value is ['"' or '\'', .. var inner, var end] && end == value[0])
        {
            value = inner.Trim();
        }

        return string.IsNullOrEmpty(value) ? null : value;
    }

    private static string? FromFile(Func<string, string?> read, string name, List<string> mistakes)
    {
        if (Value(read, name) is not { } path)
        {
            return null;
        }

        try
        {
            return Clean(File.ReadAllText(path));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            mistakes.Add($"{name} names a file that cannot be read ({exception.GetType().Name}).");
            return null;
        }
    }

    private static bool TryLevel(string value, Action<LogLevel> set)
    {
        // Enum.TryParse alone would take numbers that name no level.
        if (!Enum.TryParse<LogLevel>(value, ignoreCase: true, out var level) || !Enum.IsDefined(level))
        {
            return false;
        }

        set(level);
        return true;
    }

    private static bool TryNumber(string value, Action<int> set)
    {
        if (!int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            return false;
        }

        set(number);
        return true;
    }

    private static bool TrySeconds(string value, Action<TimeSpan> set)
    {
        const NumberStyles Style = NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign;
        if (!double.TryParse(value, Style, CultureInfo.InvariantCulture, out var seconds)
            || !double.IsFinite(seconds)
            || Math.Abs(seconds) > TimeSpan.FromDays(365).TotalSeconds)
        {
            return false;
        }

        set(TimeSpan.FromSeconds(seconds));
        return true;
    }

    private static bool TrySwitch(string value, Action<bool> set)
    {
        bool? on = value.ToUpperInvariant() switch
        {
            "TRUE" or "1" or "YES" => true,
            "FALSE" or "0" or "NO" => false,
            _ => null,
        };
        if (on is { } known)
        {
            set(known);
        }

        return on is not null;
    }

    private static bool TryPath(string value, Action<string> set)
    {
        set(value);
        return true;
    }

    private static bool TryHosts(WebhookAlertOptions options, string value)
    {
        options.TrustedHosts.Clear();
        foreach (var host in value.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries))
        {
            options.TrustedHosts.Add(host);
        }

        return true;
    }
}
