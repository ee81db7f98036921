using System.Runtime.InteropServices;
using TypedWebhookAlerts.Testing;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Hosting;

/// <summary>What a host says of itself: that it started, that it is alive, that it stops.</summary>
public sealed class SystemStatusTests
{
    private const string Started = "🟢 StatsBot started";
    private const string Alive = "💓 StatsBot is alive";
    private const string Stopping = "🔴 StatsBot is stopping";

    [Fact]
    public async Task TheStartAndTheStopAreTold()
    {
        await using var run = Run();
        await run.StartAsync(TestContext.Current.CancellationToken);
        run.Run(TimeSpan.FromMinutes(185));
        await run.StopAsync(TestContext.Current.CancellationToken);

        Assert.Equal([Started, Stopping], run.Embeds.Select(embed => embed.Title));
        var started = run.Embeds[0];
        Assert.Equal(["Version", "Host", "Runtime", "Start Took"], started.Fields.Select(field => field.Name));
        Assert.Equal(Environment.MachineName, Unescaped(started.Fields[1]));
        Assert.StartsWith(
            RuntimeInformation.FrameworkDescription, Unescaped(started.Fields[2]), StringComparison.Ordinal);
        Assert.Equal("less than a second", started.Fields[3].Value);
        Assert.StartsWith("StatsBot System Monitor", started.Footer, StringComparison.Ordinal);
        Assert.Equal("3 h 5 min", Field(run.Embeds[1], "Uptime"));
    }

    [Fact]
    public async Task AHostSaysSoUnlessItIsToldNotTo()
    {
        var options = new WebhookAlertOptions().SystemStatus;
        Assert.True(options.Started && options.Stopping && options.UnhandledExceptions && options.UnobservedExceptions);
        Assert.Equal(TimeSpan.Zero, options.Heartbeat);

        await using var run = Run(
            ("WebhookAlerts:SystemStatus:Started", "false"), ("WebhookAlerts:SystemStatus:Stopping", "false"));
        await run.StartAsync(TestContext.Current.CancellationToken);
        run.Run(TimeSpan.FromDays(1));
        await run.StopAsync(TestContext.Current.CancellationToken);

        Assert.Equal(0, run.Pipeline.Ledger.Raised);
    }

    [Fact]
    public async Task WhereNoRouteThatIsOnTakesThemNothingIsRaised()
    {
        await using var run = Run(["error"], ("WebhookAlerts:SystemStatus:Heartbeat", "00:01:00"));
        await run.StartAsync(TestContext.Current.CancellationToken);
        run.Run(TimeSpan.FromMinutes(5));
        await run.StopAsync(TestContext.Current.CancellationToken);

        Assert.Equal(0, run.Pipeline.Ledger.Raised);
    }

    [Fact]
    public async Task ByNameEachIsRoutedAndSilencedAsAnyOtherAlert()
    {
        await using var run = Run(
            ["error"],
            ("WebhookAlerts:Alerts:ApplicationStarted:Route", "error"),
            ("WebhookAlerts:Alerts:ApplicationStopping:Level", "Warning"),
            ("WebhookAlerts:Alerts:Heartbeat:Level", "Warning"),
            ("WebhookAlerts:Alerts:Heartbeat:Enabled", "false"),
            ("WebhookAlerts:SystemStatus:Heartbeat", "00:01:00"));
        await run.StartAsync(TestContext.Current.CancellationToken);
        run.Run(TimeSpan.FromMinutes(5));
        await run.StopAsync(TestContext.Current.CancellationToken);

        Assert.Equal([Started, Stopping], run.Embeds.Select(embed => embed.Title));
    }

    [Fact]
    public async Task AHeartbeatTellsTheUptimeAndTheLedgerEachTime()
    {
        await using var run = Run(
            ("WebhookAlerts:SystemStatus:Heartbeat", "06:00:00"), ("WebhookAlerts:SystemStatus:Started", "false"));
        await run.StartAsync(TestContext.Current.CancellationToken);

        run.Run(TimeSpan.FromHours(13));

        Assert.Equal([Alive, Alive], run.Embeds.Select(embed => embed.Title));
        Assert.Equal(["6 h 0 min", "12 h 0 min"], run.Embeds.Select(embed => Field(embed, "Uptime")));
        Assert.StartsWith(
            "raised=1 refused=0 accepted=1 delivered=1", Field(run.Embeds[1], "Alerts"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AReloadChangesTheHeartbeatAndEndsIt()
    {
        await using var run = Run(("WebhookAlerts:SystemStatus:Started", "false"));
        await run.StartAsync(TestContext.Current.CancellationToken);
        run.Run(TimeSpan.FromHours(1));
        Assert.Empty(run.Embeds);

        run.Reload(("WebhookAlerts:SystemStatus:Heartbeat", "00:20:00"));
        run.Run(TimeSpan.FromMinutes(50));
        Assert.Equal([Alive, Alive], run.Embeds.Select(embed => embed.Title));

        run.Reload(
            ("WebhookAlerts:SystemStatus:Heartbeat", "00:00:00"), ("WebhookAlerts:SystemStatus:Stopping", "false"));
        run.Run(TimeSpan.FromHours(1));
        await run.StopAsync(TestContext.Current.CancellationToken);
        Assert.Equal(2, run.Embeds.Count);
    }

    private static HostRun Run(params (string Key, string? Value)[] settings) => Run(["error", "info"], settings);

    private static HostRun Run(string[] routes, params (string Key, string? Value)[] settings)
        => new(
            routes: routes,
            settings:
            [
                ("WebhookAlerts:ApplicationName", "StatsBot"),
                ("WebhookAlerts:SystemStatus:Started", "true"),
                ("WebhookAlerts:SystemStatus:Stopping", "true"),
                .. settings,
            ]);

    private static string Field(SimulatedEmbed embed, string name)
        => embed.Fields.Single(field => field.Name == name).Value;

    private static string Unescaped(SimulatedField field) => field.Value.Replace("\\", "", StringComparison.Ordinal);
}
