using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Primitives;
using TypedWebhookAlerts.IntegrationTests.Scenarios;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Hosting;

/// <summary>A configuration that changes without end, at the wrong time, and fails meanwhile.</summary>
public sealed class HostileReloadTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AStormOfReloadsFromManyThreadsWhileAlertsAreRaisedLosesNone()
    {
        await using var run = new HostRun();
        await run.StartAsync(Cancelled);
        var other = run.Discord.AddWebhook("other").Url;
        var configuration = (IConfigurationRoot)run.Host.Services.GetRequiredService<IConfiguration>();
        var url = configuration["WebhookAlerts:Routes:error:Url"];
        var raised = 0;

        Parallel.For(0, 1000, i =>
        {
            configuration["WebhookAlerts:Routes:error:Url"] = i % 2 == 0 ? other : url;
            configuration["WebhookAlerts:BatchSize"] = (i % 12).ToString(CultureInfo.InvariantCulture);
            configuration.Reload();
            if (run.Pipeline.Numbered(i % 7))
            {
                Interlocked.Increment(ref raised);
            }

            if (i % 50 == 0)
            {
                run.Time.Advance(TimeSpan.FromMilliseconds(600));
            }
        });
        run.Reload(("WebhookAlerts:BatchSize", "5"), ("WebhookAlerts:Routes:error:Url", url));
        run.Run(HostReloads.Soon);

        Assert.True(run.Flush());
        run.Run(TimeSpan.FromMinutes(10));
        var ledger = run.Pipeline.Ledger;
        Assert.Equal((1000, 1000, 0), (raised, ledger.Accepted, ledger.Pending));
        Assert.Equal(1000, ledger.Delivered + ledger.Coalesced + ledger.Dropped);
        Assert.Equal(0, ledger.Dropped);
        Assert.Equal(2, run.Pipeline.Lanes);
    }

    [Fact]
    public async Task ReloadsDuringTheStartTheFlushTheStopAndTheEndChangeNothingOfThem()
    {
        var run = new HostRun();
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        var configuration = (IConfigurationRoot)run.Host.Services.GetRequiredService<IConfiguration>();
        var storm = Task.Run(
            () =>
            {
                for (var i = 0; !ended.IsCancellationRequested; i++)
                {
                    configuration["WebhookAlerts:BatchSize"] = ((i % 9) + 1).ToString(CultureInfo.InvariantCulture);
                    configuration.Reload();
                }
            },
            CancellationToken.None);

        await run.StartAsync(Cancelled);
        run.Pipeline.Numbered(1);
        Assert.True(run.Flush());
        run.Pipeline.Numbered(2);
        await run.StopAsync(Cancelled);
        await run.DisposeAsync();
        await ended.CancelAsync();
        await storm;

        Assert.Equal(2, run.Pipeline.Ledger.Delivered);
    }

    [Fact]
    public async Task AProviderWhoseLoadThrowsAndACallbackThatThrowsAreTheirOwners()
    {
        var source = new FailingSource();
        await using var run = new HostRun(
            configure: builder => ((IConfigurationBuilder)builder.Configuration).Add(source));
        await run.StartAsync(Cancelled);
        var configuration = run.Host.Services.GetRequiredService<IConfiguration>();
        using var callback = ChangeToken.OnChange(
            configuration.GetReloadToken, () => throw new NotSupportedException());

        source.Throws = true;
        Assert.ThrowsAny<Exception>(() => run.Reload((HostReloads.Level, "Critical")));
        source.Throws = false;
        Assert.ThrowsAny<Exception>(() => run.Reload((HostReloads.Level, "Critical")));
        run.Run(HostReloads.Soon);

        Assert.False(run.Pipeline.Numbered(1));
        Assert.Equal(1, run.Reloads());
    }

    [Fact]
    public async Task CodeThatHangsInAReloadHoldsOneThreadAndNeitherAlertsNorTheStop()
    {
        var calls = 0;
        using var hang = new ManualResetEventSlim();
        using var isHeld = new ManualResetEventSlim();
        await using var run = new HostRun(options: _ =>
        {
            if (Interlocked.Increment(ref calls) > 1)
            {
                isHeld.Set();
                hang.Wait(Cancelled);
            }
        });
        await run.StartAsync(Cancelled);

        run.Reload((HostReloads.Level, "Critical"));
        var holder = Task.Run(() => run.Time.Advance(HostReloads.Soon), Cancelled);
        isHeld.Wait(Cancelled);
        for (var i = 0; i < 20; i++)
        {
            run.Reload((HostReloads.Level, "Critical"));

            // As a timer of the system's would: on a thread that must come back.
            run.Time.Advance(HostReloads.Soon);
        }

        Assert.Equal(2, calls);
        Assert.True(run.Pipeline.Numbered(1));
        Assert.True(run.Flush());
        await run.StopAsync(Cancelled);
        Assert.Equal(1, run.Pipeline.Ledger.Delivered);
        hang.Set();
        await holder;
    }

    [Fact]
    public async Task ASectionThatIsTakenAwayAndComesBackWhileRoutesComeAndGoLeavesNoLane()
    {
        await using var run = new HostRun();
        await run.StartAsync(Cancelled);
        var lanes = run.Pipeline.Lanes;

        for (var i = 0; i < 200; i++)
        {
            var url = run.Discord.AddWebhook($"w{i}").Url;
            run.Reload(($"WebhookAlerts:Routes:r{i}:Url", url), ("WebhookAlerts:LevelRoutes:Error", $"r{i}"));
            run.Run(HostReloads.Soon);
            Assert.True(run.Pipeline.Numbered(i));
            run.Reload(($"WebhookAlerts:Routes:r{i}:Url", null));
        }

        run.Reload(("WebhookAlerts:LevelRoutes:Error", null));
        run.Run(TimeSpan.FromMinutes(30));
        Assert.True(run.Flush());

        Assert.Equal(lanes, run.Pipeline.Lanes);
        var ledger = run.Pipeline.Ledger;
        Assert.Equal((200, 0), (ledger.Delivered, ledger.Pending));
    }

    private sealed class FailingSource : IConfigurationSource
    {
        public bool Throws { get; set; }

        public IConfigurationProvider Build(IConfigurationBuilder builder) => new FailingProvider(this);
    }

    private sealed class FailingProvider(FailingSource source) : ConfigurationProvider
    {
        public override void Load()
        {
            if (source.Throws)
            {
                throw new IOException("half a file");
            }
        }
    }
}
