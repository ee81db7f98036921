using System.Diagnostics.Metrics;
using TypedWebhookAlerts.Testing;

namespace TypedWebhookAlerts.IntegrationTests.Hosting;

/// <summary>A host that watches metrics, and a meter of a test's own.</summary>
internal sealed class WatchedHost : IAsyncDisposable
{
    private WatchedHost(HostRun run, Meter meter)
    {
        Run = run;
        Meter = meter;
    }

    public HostRun Run { get; }

    public Meter Meter { get; }

    /// <summary>The incidents on display, as <c>metric: value, threshold</c>; green ones are marked as over.</summary>
    public IEnumerable<string> Incidents => Run.Embeds.Select(Describe);

    /// <summary>Starts it.</summary>
    /// <param name="settings">Keys below <c>WebhookAlerts:Thresholds</c>; in values, <c>{meter}</c> is the meter's
    /// name.</param>
    public static async Task<WatchedHost> StartAsync(params (string Key, string? Value)[] settings)
    {
        var meter = new Meter("Test." + Guid.NewGuid().ToString("N"));
        var run = new HostRun(settings: Settings(meter, settings), routes: ["error", "performance"]);
        await run.StartAsync(CancellationToken.None);
        return new WatchedHost(run, meter);
    }

    public void Reload(params (string Key, string? Value)[] settings) => Run.Reload([.. Settings(Meter, settings)]);

    /// <summary>Lets so many looks pass, and what they raise arrive.</summary>
    public void Look(int times = 1)
    {
        Run.Run(TimeSpan.FromSeconds(10 * times));
        Run.Flush();
    }

    public async ValueTask DisposeAsync()
    {
        await Run.DisposeAsync();
        Meter.Dispose();
    }

    private static string Describe(SimulatedEmbed embed)
    {
        var shown = $"{Field(embed, "Metric")}: {Field(embed, "Value")}, {Field(embed, "Threshold")}";
        return embed.Color == 0x2ECC71 ? shown + ", over" : shown;
    }

    private static string? Field(SimulatedEmbed embed, string name)
        => embed.Fields.SingleOrDefault(field => field.Name == name)?.Value;

    private static IEnumerable<(string Key, string? Value)> Settings(
        Meter meter, (string Key, string? Value)[] settings)
        => settings.Select(setting => (
            $"WebhookAlerts:Thresholds:{setting.Key}",
            setting.Value?.Replace("{meter}", meter.Name, StringComparison.Ordinal)));
}
