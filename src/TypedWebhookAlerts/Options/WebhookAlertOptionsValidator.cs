using System.Numerics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace TypedWebhookAlerts;

/// <summary>Checks every option before a pipeline starts and reports all mistakes together.</summary>
internal sealed class WebhookAlertOptionsValidator : IValidateOptions<WebhookAlertOptions>
{
    public ValidateOptionsResult Validate(string? name, WebhookAlertOptions options)
    {
        var mistakes = Mistakes(options).ToList();
        return mistakes.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(mistakes);
    }

    private static IEnumerable<string> Mistakes(WebhookAlertOptions options)
        => Routes(options)
            .Concat(Fallbacks(options))
            .Concat(Levels(options))
            .Concat(Ranges(options))
            .Concat(Failures(options))
            .Concat(MetricThresholdRules.Mistakes(options))
            .OfType<string>();

    private static IEnumerable<string?> Routes(WebhookAlertOptions options)
    {
        foreach (var (route, settings) in options.Routes)
        {
            WebhookUrl? url = null;
            if (!string.IsNullOrWhiteSpace(settings?.Url)
                && WebhookUrl.TryParse(settings.Url, options.TrustedHosts, out url) is { } problem)
            {
                var variable = WebhookVariables.NameFor(route) is { } name ? $" (or {name})" : string.Empty;
                yield return $"Routes:{route}:Url{variable} {problem}.";
            }

            foreach (var mistake in settings is null ? [] : RouteOptionsRules.Mistakes(settings, url))
            {
                yield return $"Routes:{route}:{mistake}";
            }
        }
    }

    private static IEnumerable<string?> Fallbacks(WebhookAlertOptions options)
    {
        // One that is not known is off, as one without an address is: a variable may give it one elsewhere.
        foreach (var route in options.Routes.Keys.Where(route => LeadsBack(route, options)))
        {
            yield return $"Routes:{route}:Fallback leads back to itself.";
        }
    }

    private static bool LeadsBack(string route, WebhookAlertOptions options)
    {
        var next = route;
        for (var steps = 0; steps < options.Routes.Count; steps++)
        {
            if (!options.Routes.TryGetValue(next, out var settings) || settings?.Fallback is not { } fallback)
            {
                return false;
            }

            next = fallback;
            if (string.Equals(next, route, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<string?> Levels(WebhookAlertOptions options)
    {
        if (!Enum.IsDefined(options.MinimumLevel))
        {
            yield return "MinimumLevel must be a level from Trace to Critical, or None.";
        }

        foreach (var (level, routes) in options.LevelRoutes)
        {
            if (!Enum.IsDefined(level) || level == LogLevel.None)
            {
                yield return "LevelRoutes must have the levels from Trace to Critical as its keys.";
            }
            else if (routes is null || routes.Any(string.IsNullOrWhiteSpace))
            {
                yield return $"LevelRoutes:{level} must be a list of route names; an empty list sends nothing.";
            }
        }
    }

    private static IEnumerable<string?> Ranges(WebhookAlertOptions options)
    {
        var fallback = options.Fallback;
        yield return Within(nameof(options.MaxRequestsPerMinute), options.MaxRequestsPerMinute, 3, 3000);
        yield return Within(nameof(options.BatchSize), options.BatchSize, 1, 10);
        yield return Within(nameof(options.BatchTimeout), options.BatchTimeout, TimeSpan.Zero, TimeSpan.FromMinutes(10));
        yield return Within(nameof(options.MaxMessageLength), options.MaxMessageLength, 100, 4096);
        yield return Within(nameof(options.CoalesceWindow), options.CoalesceWindow, TimeSpan.Zero, TimeSpan.FromDays(1));
        yield return Within(nameof(options.OpenAfter), options.OpenAfter, TimeSpan.Zero, TimeSpan.FromDays(1));
        yield return Within(nameof(options.RingBytes), options.RingBytes, 128 * 1024, 1024 * 1024 * 1024);
        yield return BitOperations.IsPow2(options.RingBytes) ? null : "RingBytes must be a power of two.";
        yield return Within(nameof(options.MaxQueuedBytes), options.MaxQueuedBytes, 64 * 1024, long.MaxValue);
        yield return Within(
            nameof(options.RequestTimeout), options.RequestTimeout, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(5));
        yield return Within(
            nameof(options.CrashFlushTimeout), options.CrashFlushTimeout, TimeSpan.Zero, TimeSpan.FromSeconds(30));
        yield return Within(
            nameof(options.ThresholdInterval), options.ThresholdInterval, TimeSpan.FromSeconds(1), TimeSpan.FromHours(1));
        yield return Within("Fallback:Retention", fallback.Retention, TimeSpan.FromHours(1), TimeSpan.FromDays(3650));
        yield return Within("Fallback:MaxBytes", fallback.MaxBytes, 256 * 1024, 1024L * 1024 * 1024 * 1024);
        yield return fallback.Path?.Contains('\0') == true ? "Fallback:Path is no path." : null;
        yield return options.TimeProvider is null ? "TimeProvider must not be null." : null;
    }

    private static IEnumerable<string?> Failures(WebhookAlertOptions options)
    {
        var retry = options.Retry;
        var breaker = options.Breaker;
        yield return Within("Retry:MaxAttempts", retry.MaxAttempts, 0, 100);
        yield return Within("Retry:Delay", retry.Delay, TimeSpan.FromMilliseconds(10), TimeSpan.FromMinutes(1));
        yield return retry.MaxDelay < retry.Delay
            ? "Retry:MaxDelay must not be shorter than Retry:Delay."
            : Within("Retry:MaxDelay", retry.MaxDelay, TimeSpan.Zero, TimeSpan.FromMinutes(10));
        yield return Within("Retry:GiveUpAfter", retry.GiveUpAfter, TimeSpan.FromSeconds(1), TimeSpan.FromDays(7));
        yield return Within("Breaker:Failures", breaker.Failures, 2, 1000);
        yield return Within("Breaker:Pause", breaker.Pause, TimeSpan.FromSeconds(1), TimeSpan.FromHours(1));
    }

    private static string? Within<T>(string option, T value, T least, T most)
        where T : IComparable<T>
        => value.CompareTo(least) < 0 || value.CompareTo(most) > 0
            ? FormattableString.Invariant($"{option} must be from {least} to {most}.")
            : null;
}
