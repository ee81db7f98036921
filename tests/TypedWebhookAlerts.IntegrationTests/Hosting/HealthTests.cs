using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.IntegrationTests.Hosting.Telemetry;
using TypedWebhookAlerts.IntegrationTests.Scenarios;
using TypedWebhookAlerts.Testing;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Hosting;

/// <summary>The application's health checks say whether alerts arrive, through a real host.</summary>
public sealed class HealthTests
{
    private static readonly TimeSpan s_second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_minute = TimeSpan.FromMinutes(1);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AHostThatDeliversIsHealthyAndTellsItsNumbers()
    {
        await using var run = Run();
        await run.StartAsync(Cancellation);
        run.Pipeline.Numbered(1);
        run.Pipeline.Numbered(1);
        Assert.True(run.Flush());

        var entry = await CheckAsync(run);

        Assert.Equal((HealthStatus.Healthy, null), (entry.Status, entry.Description));
        Assert.Equal(
            "accepted=2 coalesced=1 delivered=1 dropped=0 pending=0 raised=2 refused=0 route.error=Ready "
                + "route.info=Ready spooled=0",
            string.Join(
                ' ',
                entry.Data
                    .OrderBy(item => item.Key, StringComparer.Ordinal)
                    .Select(item => $"{item.Key}={item.Value}")));
    }

    [Fact]
    public async Task ADevelopmentMachineWithoutAddressesIsHealthyAndSaysSo()
    {
        await using var run = Run(routes: [], settings: [("WebhookAlerts:Routes:error:Url", "")]);
        await run.StartAsync(Cancellation);
        run.Pipeline.Numbered(1);
        Assert.True(run.Flush());

        Assert.Equal(
            (HealthStatus.Healthy, "No route has an address: alerts are not delivered."), await StatusAsync(run));
        Assert.Equal(1, run.Pipeline.Ledger.DroppedBy[DropReason.NoRoute]);
    }

    [Fact]
    public async Task AlertsOfARouteThatIsOffAreAtHomeInTheFileAndDegradeNothing()
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.jsonl");
        await using var run = Run(routes: ["error"], settings: [("WebhookAlerts:Fallback:Path", file)]);
        await run.StartAsync(Cancellation);

        run.Pipeline.Joined("ann");
        Assert.True(run.Flush());

        Assert.Equal(1, run.Pipeline.Ledger.DroppedBy[DropReason.Fallback]);
        Assert.Equal((HealthStatus.Healthy, null), await StatusAsync(run));
        File.Delete(file);
    }

    [Fact]
    public async Task WhereOnlyCriticalHasNoAddressThatIsSaid()
    {
        await using var run = Run(settings: [("WebhookAlerts:LevelRoutes:Critical:0", "pager")]);
        await run.StartAsync(Cancellation);

        Assert.Equal((HealthStatus.Degraded, "No route of Critical has an address."), await StatusAsync(run));
    }

    [Fact]
    public async Task ARouteThatBacksOffDegradesUntilItDelivers()
    {
        await using var run = Run();
        await run.StartAsync(Cancellation);
        run.Discord.Faults.OnPosts().AnswerWith(Fault.Unavailable);
        run.Pipeline.Numbered(1);
        run.Run(s_second);

        Assert.Equal((HealthStatus.Degraded, "Route error backs off (status 503)."), await StatusAsync(run));
        run.Discord.Faults.Clear();
        run.Run(s_minute);
        Assert.Equal((HealthStatus.Healthy, null), await StatusAsync(run));
    }

    [Fact]
    public async Task LossesDegradeForFiveMinutesAndAreForgottenThen()
    {
        await using var run = Run();
        await run.StartAsync(Cancellation);
        run.Discord.Faults.Next().OnPosts().AnswerWith(Fault.Hang);
        run.Pipeline.NeverFolded(1);
        run.Pipeline.NeverFolded(2);
        run.Run(TimeSpan.FromSeconds(30));

        var expected = (HealthStatus.Degraded, "In the last 5 minutes 2 alerts were lost (Unconfirmed).");
        Assert.Equal(expected, await StatusAsync(run));
        run.Run(TimeSpan.FromMinutes(4));
        Assert.Equal(expected, await StatusAsync(run));
        run.Run(TimeSpan.FromMinutes(1.5));
        Assert.Equal((HealthStatus.Healthy, null), await StatusAsync(run));
    }

    [Fact]
    public async Task AFallbackRouteInUseDegradesAndAFallbackFileDoes()
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.jsonl");
        await using var run = Run(settings:
            [("WebhookAlerts:Fallback:Path", file), ("WebhookAlerts:Routes:error:Fallback", "info")]);
        await run.StartAsync(Cancellation);
        run.Discord.Faults.For(run.Discord.Find("error")!).OnPosts().AnswerWith(Fault.WebhookDeleted);
        run.Pipeline.Numbered(1);
        Assert.True(run.Flush());
        Assert.Equal(
            (HealthStatus.Degraded, "Route error is dead (status 404). In the last 5 minutes 1 alerts took a fallback "
                + "route."),
            await StatusAsync(run));

        run.Discord.Faults.OnPosts().AnswerWith(Fault.WebhookDeleted);
        run.Pipeline.Joined("ann");
        run.Pipeline.DatabaseDown("db-1");
        run.Run(s_second);
        Assert.Contains("alerts went to the fallback file.", (await StatusAsync(run)).Item2, StringComparison.Ordinal);
        File.Delete(file);
    }

    [Fact]
    public async Task WhenEveryRouteOfCriticalIsDeadItIsUnhealthyUnlessAFallbackWorks()
    {
        await using var run = Run(
            routes: ["error", "info", "spare"], settings: [("WebhookAlerts:Routes:info:Fallback", "spare")]);
        await run.StartAsync(Cancellation);
        run.Discord.RemoveWebhook(run.Discord.Find("error")!);
        run.Discord.RemoveWebhook(run.Discord.Find("info")!);
        run.Pipeline.DatabaseDown("db-1");
        Assert.True(run.Flush());
        Assert.Equal(HealthStatus.Degraded, (await StatusAsync(run)).Item1);

        run.Discord.RemoveWebhook(run.Discord.Find("spare")!);
        run.Pipeline.DatabaseDown("db-2");
        Assert.True(run.Flush());
        var (status, why) = await StatusAsync(run);

        Assert.Equal(HealthStatus.Unhealthy, status);
        Assert.StartsWith(
            "No route of Critical can be reached: error, info are dead. Route error is dead",
            why,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnExceptionWhoseMessageHangsIsSeenAfterFiveSecondsAndForgottenWhenItGoesOn()
    {
        using var held = new HeldException();
        await using var run = Run();
        await run.StartAsync(Cancellation);
        run.Pipeline.Hanging(held);
        held.WaitUntilReached(Cancellation);
        run.Time.Advance(TimeSpan.FromSeconds(4.9));
        Assert.Equal((HealthStatus.Healthy, null), await StatusAsync(run));

        run.Time.Advance(TimeSpan.FromSeconds(0.1));
        Assert.Equal(
            (HealthStatus.Unhealthy, "The pump is stuck while alerts wait: code of the application holds it, such as "
                + "an exception's message or a logger that does not return."),
            await StatusAsync(run));
        held.Release();
        Assert.True(run.Flush());
        Assert.Equal((HealthStatus.Healthy, null), await StatusAsync(run));
    }

    [Fact]
    public async Task ALoggerThatHangsInThePumpIsSeen()
    {
        using var held = new HeldException();
        await using var run = Run(configure: builder => builder.Logging.AddProvider(new HoldingProvider(held)));
        await run.StartAsync(Cancellation);

        // Its route is unknown, which the pump logs.
        run.Pipeline.Joined("ann");
        held.WaitUntilReached(Cancellation);
        run.Time.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(HealthStatus.Unhealthy, (await StatusAsync(run)).Item1);
        held.Release();
        Assert.True(run.Flush());
        Assert.Equal(HealthStatus.Healthy, (await StatusAsync(run)).Item1);
    }

    [Fact]
    public async Task APumpThatSleptForAnHourIsNotStuckWhenSomethingComes()
    {
        await using var run = Run();
        await run.StartAsync(Cancellation);
        run.Run(TimeSpan.FromHours(1));
        run.Pipeline.Numbered(1);

        Assert.Equal(HealthStatus.Healthy, (await StatusAsync(run)).Item1);
    }

    [Fact]
    public async Task CallsThatFoundTheRingFullDegradeFromWhenTheyAreSeen()
    {
        using var held = new HeldException();
        await using var run = Run(settings: [("WebhookAlerts:RingBytes", "131072")]);
        await run.StartAsync(Cancellation);
        run.Pipeline.Hanging(held);
        held.WaitUntilReached(Cancellation);
        for (var i = 0; i < 10_000; i++)
        {
            run.Pipeline.WorkerStopped("w1");
        }

        held.Release();
        Assert.True(run.Flush());
        var (status, why) = await StatusAsync(run);
        Assert.Equal(HealthStatus.Degraded, status);
        Assert.Contains("calls were refused, as the ring was full.", why, StringComparison.Ordinal);
        run.Run(TimeSpan.FromMinutes(6));
        Assert.Equal((HealthStatus.Healthy, null), await StatusAsync(run));
    }

    [Fact]
    public async Task ANameAFailureStatusAndTagsAreTheRegistrations()
    {
        await using var run = new HostRun(builder => builder.Services.AddHealthChecks()
            .AddWebhookAlerts("alerts", HealthStatus.Degraded, ["ready"]));
        await run.StartAsync(Cancellation);
        await new VirtualDriver(run.Time, run.Discord, run.Pipeline, static () => 0)
            .PushUntilEndedAsync(run.Pipeline.DisposeAsync().AsTask(), TimeSpan.FromSeconds(20));

        var report = await run.Host.Services.GetRequiredService<HealthCheckService>()
            .CheckHealthAsync(check => check.Tags.Contains("ready"), Cancellation);

        Assert.Equal(
            (HealthStatus.Degraded, "The pipeline was disposed."),
            (report.Entries["alerts"].Status, report.Entries["alerts"].Description));
    }

    [Fact]
    public async Task WithoutAHostsPipelineTheAmbientOneIsAsked()
    {
        await using var run = SimulatedRun.Start("error");
        using var services = new ServiceCollection()
            .AddLogging()
            .AddHealthChecks()
            .AddWebhookAlerts().Services
            .BuildServiceProvider();
        run.Pipeline.Numbered(1);
        Assert.True(run.Flush(s_minute));

        var report = await services.GetRequiredService<HealthCheckService>().CheckHealthAsync(Cancellation);

        Assert.Equal(1L, report.Entries["webhook_alerts"].Data["delivered"]);
    }

    [Fact]
    public void APipelineThatHasNotBeenStartedIsDegraded()
        => Assert.Equal(
            "Degraded: The pipeline has not been started: alerts are kept.", new AlertPipeline().Health.ToString());

    private static HostRun Run(
        string[]? routes = null,
        IEnumerable<(string Key, string? Value)>? settings = null,
        Action<Microsoft.Extensions.Hosting.HostApplicationBuilder>? configure = null)
        => new(
            builder =>
            {
                builder.Services.AddHealthChecks().AddWebhookAlerts();
                configure?.Invoke(builder);
            },
            settings: settings,
            routes: routes);

    private static async Task<HealthReportEntry> CheckAsync(HostRun run)
    {
        var report = await run.Host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(Cancellation);
        return report.Entries["webhook_alerts"];
    }

    private static async Task<(HealthStatus, string?)> StatusAsync(HostRun run)
    {
        var entry = await CheckAsync(run);
        return (entry.Status, entry.Description);
    }

    /// <summary>Holds whoever logs that a route is unknown.</summary>
    private sealed class HoldingProvider(HeldException held) : TestLogger
    {
        protected override void Take(
            LogLevel level, EventId id, object? state, Exception? exception, Func<string> message)
            => _ = id.Id == 23 ? held.Message : null;
    }
}
