using Microsoft.Extensions.Logging;

namespace TypedWebhookAlerts;

/// <summary>What the routes may be, which may follow which, and which a level may take.</summary>
internal static class RoutingRules
{
    public static IEnumerable<string> Mistakes(WebhookAlertOptions options)
        => TrustedHosts(options)
            .Concat(Routes(options))
            .Concat(Fallbacks(options))
            .Concat(Levels(options))
            .Concat(Missing(options))
            .OfType<string>();

    private static IEnumerable<string?> TrustedHosts(WebhookAlertOptions options)
        => options.TrustedHosts.Select((host, index) => TrustedHost(host) is { } mistake
            ? $"TrustedHosts:{index} (or {WebhookVariables.TrustedHosts}) must be a host, as host or host:port: "
                + $"{mistake}."
            : null);

    private static string? TrustedHost(string? host)
        => string.IsNullOrWhiteSpace(host) ? "this one is empty"
            : WebhookHosts.CanBe(host.Trim()) ? null
            : "without https://, path and asterisk";

    private static IEnumerable<string?> Routes(WebhookAlertOptions options)
    {
        foreach (var (route, settings) in options.Routes)
        {
            // A name is shown everywhere: in logs, in metrics, in the file.
            if (ShownName.IsSecret(route))
            {
                yield return "Routes must be given by names of yours, and one of these looks like an address or a "
                    + "token.";
            }

            WebhookUrl? url = null;
            if (!string.IsNullOrWhiteSpace(settings?.Url)
                && WebhookUrl.TryParse(settings.Url, options.TrustedHosts.OfType<string>(), out url) is { } problem)
            {
                yield return $"{AddressOf(route)} {problem}.";
            }

            foreach (var mistake in settings is null ? [] : RouteOptionsRules.Mistakes(settings, url))
            {
                yield return $"Routes:{ShownName.Of(route)}:{mistake}";
            }
        }
    }

    private static IEnumerable<string?> Fallbacks(WebhookAlertOptions options)
    {
        // One that is not known is off, as one without an address is: a variable may give it one elsewhere.
        foreach (var route in options.Routes.Keys.Where(route => LeadsBack(route, options)))
        {
            yield return $"Routes:{ShownName.Of(route)}:Fallback leads back to itself.";
        }

        foreach (var (route, settings) in options.Routes)
        {
            if (settings?.Fallback is { } fallback && ShownName.IsSecret(fallback))
            {
                yield return $"Routes:{ShownName.Of(route)}:Fallback must be the name of a route, not an address.";
            }
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
                yield return "LevelRoutes must name levels from Trace to Critical.";
            }
            else if (routes is null || routes.Contains(null!))
            {
                yield return $"LevelRoutes:{level} must be a list of routes' names, and no null.";
            }
            else
            {
                foreach (var mistake in routes.Select((route, index) => RouteOfLevel(route) is { } problem
                    ? $"LevelRoutes:{level}:{index} must be the name of a route{problem}."
                    : null))
                {
                    yield return mistake;
                }
            }
        }
    }

    private static string? RouteOfLevel(string route)
        => string.IsNullOrWhiteSpace(route) ? ": this one is empty"
            : ShownName.IsSecret(route) ? ", not an address"
            : null;

    /// <summary>With <see cref="WebhookAlertOptions.Required"/>: the routes that cannot deliver.</summary>
    private static IEnumerable<string?> Missing(WebhookAlertOptions options)
    {
        if (!options.Required)
        {
            yield break;
        }

        var taken = options.LevelRoutes.Values
            .SelectMany(names => names ?? [])
            .Where(name => name is not null)
            .ToList();
        if (taken.Count == 0)
        {
            yield return "Required is set, but LevelRoutes has no route for any level.";
        }

        foreach (var route in options.Routes.Keys.Union(taken, StringComparer.OrdinalIgnoreCase))
        {
            if (!options.Routes.TryGetValue(route, out var settings) || string.IsNullOrWhiteSpace(settings?.Url))
            {
                yield return $"{AddressOf(route)} is missing, and Required is set.";
            }
        }
    }

    private static string AddressOf(string route)
    {
        var variable = WebhookVariables.NameFor(route) is { } name ? $" (or {name})" : string.Empty;
        return $"Routes:{ShownName.Of(route)}:Url{variable}";
    }
}
