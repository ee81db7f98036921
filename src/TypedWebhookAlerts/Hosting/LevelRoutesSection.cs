using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace TypedWebhookAlerts.Hosting;

/// <summary>Reads <c>LevelRoutes</c> from configuration: a level's list replaces its default. The binder would add to
/// it, so that no default could be taken away.</summary>
internal static class LevelRoutesSection
{
    public static void Replace(WebhookAlertOptions options, IConfiguration section)
    {
        foreach (var level in section.GetSection(nameof(WebhookAlertOptions.LevelRoutes)).GetChildren())
        {
            // A level that does not exist was bound, or refused, by the binder.
            if (Enum.TryParse<LogLevel>(level.Key, ignoreCase: true, out var key))
            {
                options.LevelRoutes[key] = Names(level);
            }
        }
    }

    // A variable such as WebhookAlerts__LevelRoutes__Error=ops gives a text where a list is meant.
    private static List<string> Names(IConfigurationSection level)
        => [.. (level.Value ?? string.Empty)
            .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Concat(level.GetChildren().Select(route => route.Value).OfType<string>())];
}
