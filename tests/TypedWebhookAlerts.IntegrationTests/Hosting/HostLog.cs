using Microsoft.Extensions.Logging;

namespace TypedWebhookAlerts.IntegrationTests.Hosting;

/// <summary>What the library said of itself in a host's log.</summary>
internal static class HostLog
{
    private const string Category = "TypedWebhookAlerts";

    /// <summary>Warnings and worse, but that its pipeline is not the process's, as that of no run is.</summary>
    public static IReadOnlyList<string> Warnings(this HostRun run)
        => [.. run.Log.GetSnapshot()
            .Where(entry => entry.Category == Category && entry.Level >= LogLevel.Warning)
            .Where(entry => entry.Id.Name != "SecondPipeline")
            .Select(entry => entry.Message)];

    /// <summary>How often it was said that a reload is taken.</summary>
    public static int Reloads(this HostRun run)
        => run.Log.GetSnapshot().Count(entry => entry.Category == Category && entry.Id.Name == "OptionsReloaded");
}
