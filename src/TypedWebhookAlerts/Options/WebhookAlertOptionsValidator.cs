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
        => Routes(options).Concat(Levels(options)).Concat(Ranges(options)).OfType<string>();

    private static IEnumerable<string?> Routes(WebhookAlertOptions options)
    {
        foreach (var (route, settings) in options.Routes)
        {
            if (string.IsNullOrWhiteSpace(settings?.Url))
            {
                continue;
            }

            if (WebhookUrl.TryParse(settings.Url, options.TrustedHosts, out _) is { } problem)
            {
                var variable = WebhookVariables.NameFor(route) is { } name ? $" (or {name})" : string.Empty;
                yield return $"Routes:{route}:Url{variable} {problem}.";
            }
        }
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
        yield return options.TimeProvider is null ? "TimeProvider must not be null." : null;
    }

    private static string? Within<T>(string option, T value, T least, T most)
        where T : IComparable<T>
        => value.CompareTo(least) < 0 || value.CompareTo(most) > 0
            ? FormattableString.Invariant($"{option} must be from {least} to {most}.")
            : null;
}
