using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TypedWebhookAlerts.IntegrationTests.Scenarios;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Hosting;

/// <summary>A host's configuration changes while it runs.</summary>
public sealed class ConfigurationReloadTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AChangeIsTakenHalfASecondLater()
    {
        await using var run = await StartAsync();

        run.Reload((HostReloads.Level, "Critical"));
        run.Run(TimeSpan.FromMilliseconds(499));
        Assert.True(run.Pipeline.Numbered(1));
        run.Run(TimeSpan.FromMilliseconds(1));

        Assert.False(run.Pipeline.Numbered(2));
        Assert.Equal(1, run.Reloads());
    }

    [Fact]
    public async Task OneAlertIsSwitchedOffAndOnAgain()
    {
        await using var run = await StartAsync();
        const string Enabled = "WebhookAlerts:Alerts:Numbered:Enabled";

        run.Reload((Enabled, "no"));
        run.Run(HostReloads.Soon);
        Assert.False(run.Pipeline.Numbered(1));
        Assert.True(run.Pipeline.WorkerStopped("a"));

        run.Reload((Enabled, null));
        run.Run(HostReloads.Soon);
        Assert.True(run.Pipeline.Numbered(2));
        Assert.Equal(2, run.Reloads());
    }

    [Fact]
    public async Task AHostThatARouteStillNamesIsNotTakenFromTheTrustedOnes()
    {
        const string Trusted = "WebhookAlerts:TrustedHosts:0";
        await using var run = await StartAsync();
        run.Reload(
            ("WebhookAlerts:Routes:ops:Url", "https://relay.example/api/webhooks/1/token"), (Trusted, "relay.example"));
        run.Run(HostReloads.Soon);
        Assert.Equal(RouteState.Ready, run.Pipeline.Health.Routes["ops"].State);

        run.Reload((Trusted, null));
        run.Run(HostReloads.Soon);

        Assert.Equal(1, run.Reloads());
        var refused = Assert.Single(run.Log.GetSnapshot(), line => line.Id.Name == "ReloadRefused");
        Assert.Contains(
            "WebhookAlerts:Routes:ops:Url names neither a Discord host nor one of TrustedHosts",
            refused.Message,
            StringComparison.Ordinal);
        Assert.DoesNotContain("relay", refused.Message, StringComparison.Ordinal);
        Assert.Equal(RouteState.Ready, run.Pipeline.Health.Routes["ops"].State);
    }

    [Fact]
    public async Task ARouteIsAddedMovedAndRemovedAndNothingOfItIsLost()
    {
        await using var run = await StartAsync();
        var (ops, other) = (run.Discord.AddWebhook("ops"), run.Discord.AddWebhook("other"));
        const string Url = "WebhookAlerts:Routes:ops:Url";
        const string Takes = "WebhookAlerts:LevelRoutes:Error";

        run.Reload((Url, ops.Url), (Takes, "ops"));
        run.Run(HostReloads.Soon);
        run.Pipeline.Numbered(1);
        run.Flush();
        run.Reload((Url, other.Url));
        run.Run(HostReloads.Soon);
        run.Pipeline.Numbered(2);
        run.Flush();
        run.Reload((Url, null), (Takes, null));
        run.Run(HostReloads.Soon);
        run.Pipeline.Numbered(3);
        run.Flush();

        Assert.Equal(
            ["Number 1", "Number 2", "Number 3"],
            new[] { ops, other, run.Discord.Find("error")! }
                .Select(webhook => Assert.Single(Assert.Single(webhook.Messages).Embeds).Description));
        Assert.Equal(3, run.Reloads());
        Assert.Equal(3, run.Pipeline.Ledger.Delivered);
    }

    [Fact]
    public async Task ABurstOfChangesIsOneReloadAfterTheLast()
    {
        var calls = 0;
        await using var run = await StartAsync(_ => calls++);

        foreach (var level in new[] { "Critical", "Debug", "Warning", "None" })
        {
            run.Reload((HostReloads.Level, level));
            run.Run(TimeSpan.FromMilliseconds(300));
        }

        Assert.True(run.Pipeline.Numbered(1));
        run.Run(HostReloads.Soon);

        Assert.False(run.Pipeline.DatabaseDown("db"));
        Assert.Equal(1, run.Reloads());
        Assert.Equal(2, calls);
    }

    [Fact]
    public async Task ChangesThatDoNotEndPutItOffForFiveSecondsOnly()
    {
        await using var run = await StartAsync();

        var reloads = 0;
        for (var passed = TimeSpan.Zero; passed < TimeSpan.FromSeconds(11); passed += TimeSpan.FromMilliseconds(400))
        {
            run.Reload(("WebhookAlerts:BatchSize", $"{++reloads % 10 + 1}"));
            run.Run(TimeSpan.FromMilliseconds(400));
        }

        Assert.Equal(2, run.Reloads());
    }

    [Fact]
    public async Task WhenTheReloadIsBadTheLastGoodOptionsStayAndTheLogNamesTheMistakes()
    {
        await using var run = await StartAsync();

        run.Reload(
            (HostReloads.Level, "Critical"),
            ("WebhookAlerts:BatchSize", "99"),
            ("WebhookAlerts:BatchTimeout", "the-secret"),
            ("WebhookAlerts:Routes:error:Url", "https://example.com/the-secret"));
        run.Run(HostReloads.Soon);

        Assert.True(run.Pipeline.Numbered(1));
        Assert.True(run.Flush());
        Assert.Single(run.Embeds);
        var said = Assert.Single(run.Warnings());
        Assert.StartsWith("The configuration was reloaded, but cannot be used", said, StringComparison.Ordinal);
        Assert.All(["BatchSize ", "BatchTimeout ", "Routes:error:Url "], option
            => Assert.Contains("WebhookAlerts:" + option, said, StringComparison.Ordinal));
        Assert.DoesNotContain("the-secret", said, StringComparison.Ordinal);
        Assert.Equal(0, run.Reloads());
    }

    [Fact]
    public async Task TheSameBadReloadIsToldOnceAndAGoodOneAfterItIsTaken()
    {
        await using var run = await StartAsync();

        for (var i = 0; i < 3; i++)
        {
            run.Reload(("WebhookAlerts:BatchSize", "99"));
            run.Run(HostReloads.Soon);
        }

        Assert.Single(run.Warnings());
        run.Reload(("WebhookAlerts:BatchSize", "3"), (HostReloads.Level, "Critical"));
        run.Run(HostReloads.Soon);

        Assert.False(run.Pipeline.Numbered(1));
        Assert.Equal(1, run.Reloads());
    }

    [Fact]
    public async Task AReloadThatChangesNothingIsNone()
    {
        await using var run = await StartAsync();

        run.Reload(("WebhookAlerts:BatchTimeout", "10"), ("Shop:Name", "Café Späti"));
        run.Run(HostReloads.Soon);

        Assert.Equal(0, run.Reloads());
        Assert.Empty(run.Warnings());
    }

    [Fact]
    public async Task ASectionThatIsSuddenlyEmptyIsTakenForAFileThatIsBeingReplaced()
    {
        await using var run = await StartAsync();
        var all = run.Host.Services.GetRequiredService<IConfiguration>().GetSection("WebhookAlerts").AsEnumerable()
            .Where(setting => setting.Value is not null)
            .Select(setting => (setting.Key, setting.Value)).ToArray();

        run.Reload([.. all.Select(setting => (setting.Key, (string?)null))]);
        run.Run(HostReloads.Soon);
        run.Pipeline.Numbered(1);
        Assert.True(run.Flush());

        Assert.Single(run.Embeds);
        Assert.Contains("WebhookAlerts is empty", Assert.Single(run.Warnings()), StringComparison.Ordinal);
        run.Reload(all);
        run.Run(HostReloads.Soon);
        Assert.Equal(0, run.Reloads());
    }

    [Fact]
    public async Task ASectionWhoseKeysAreAllUnknownIsRefusedByThem()
    {
        await using var run = await StartAsync();
        var all = run.Host.Services.GetRequiredService<IConfiguration>().GetSection("WebhookAlerts").AsEnumerable()
            .Where(setting => setting.Value is not null)
            .Select(setting => (setting.Key, (string?)null));

        run.Reload([.. all, ("WebhookAlerts:Rotues:error:Url", "https://discord.com/api/webhooks/1/the-secret")]);
        run.Run(HostReloads.Soon);

        Assert.EndsWith(
            "the section WebhookAlerts has no key that is known. WebhookAlerts:Rotues is not known; did you mean "
                + "Routes?",
            Assert.Single(run.Warnings()),
            StringComparison.Ordinal);
        Assert.True(run.Pipeline.Numbered(1));
    }

    [Fact]
    public async Task CodeStillWins()
    {
        await using var run = await StartAsync(options => options.MinimumLevel = LogLevel.Debug);

        run.Reload((HostReloads.Level, "Critical"), ("WebhookAlerts:BatchSize", "3"));
        run.Run(HostReloads.Soon);

        Assert.Equal(1, run.Reloads());
        Assert.True(run.Pipeline.Numbered(1));
    }

    [Fact]
    public async Task CodeThatThrowsAtAReloadChangesNothing()
    {
        var calls = 0;
        await using var run = await StartAsync(_ =>
        {
            if (calls++ > 0)
            {
                throw new NotSupportedException("the-secret");
            }
        });

        run.Reload((HostReloads.Level, "Critical"));
        run.Run(HostReloads.Soon);

        Assert.True(run.Pipeline.Numbered(1));
        var said = Assert.Single(run.Warnings());
        Assert.EndsWith("code that sets options threw NotSupportedException.", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnUnknownKeyThatComesWithAReloadIsTold()
    {
        await using var run = await StartAsync();

        run.Reload(("WebhookAlerts:BatchSise", "3"));
        run.Run(HostReloads.Soon);
        run.Reload(("Shop:Name", "x"));
        run.Run(HostReloads.Soon);

        Assert.Equal(["WebhookAlerts:BatchSise is not known, and is ignored; did you mean BatchSize?"], run.Warnings());
        Assert.Equal(0, run.Reloads());
    }

    [Fact]
    public async Task AConfigurationThatTheServicesWereGivenIsFollowed()
    {
        var own = new ConfigurationBuilder()
            .AddInMemoryCollection([KeyValuePair.Create(HostReloads.Level, (string?)"Warning")])
            .Build();
        await using var run = new HostRun(configure: builder => builder.Services.AddWebhookAlerts(own));
        await run.StartAsync(Cancelled);
        Assert.True(run.Pipeline.Numbered(1));

        own[HostReloads.Level] = "Critical";
        own.Reload();
        run.Run(HostReloads.Soon);

        Assert.False(run.Pipeline.Numbered(2));
    }

    [Fact]
    public async Task WhatChangesWhileTheHostStopsIsLeftAlone()
    {
        await using var run = await StartAsync();
        await run.StopAsync(Cancelled);

        run.Reload((HostReloads.Level, "Critical"));
        run.Run(TimeSpan.FromSeconds(10));

        Assert.Equal(0, run.Reloads());
    }

    /// <summary>Whatever asks for the options makes them: here a service, long before the start.</summary>
    [Fact]
    public async Task WhatChangesAfterTheFirstReadingAndBeforeTheStartIsTakenSoonAfterIt()
    {
        await using var run = new HostRun();
        Assert.Equal(
            LogLevel.Debug, run.Host.Services.GetRequiredService<IOptions<WebhookAlertOptions>>().Value.MinimumLevel);
        run.Reload((HostReloads.Level, "Critical"));
        await run.StartAsync(Cancelled);
        Assert.True(run.Pipeline.Numbered(1));
        run.Run(HostReloads.Soon);

        Assert.False(run.Pipeline.Numbered(2));
        Assert.Equal(1, run.Reloads());
    }

    [Fact]
    public async Task AMonitorSeesWhatWasTakenAndNothingOfWhatWasNot()
    {
        await using var run = await StartAsync();
        var monitor = run.Host.Services.GetRequiredService<IOptionsMonitor<WebhookAlertOptions>>();
        var seen = new List<LogLevel>();
        using var listener = monitor.OnChange(options => seen.Add(options.MinimumLevel));
        Assert.Equal(LogLevel.Debug, monitor.CurrentValue.MinimumLevel);

        run.Reload((HostReloads.Level, "Critical"), ("WebhookAlerts:BatchSize", "99"));
        run.Run(HostReloads.Soon);
        Assert.Equal((0, LogLevel.Debug), (seen.Count, monitor.CurrentValue.MinimumLevel));
        run.Reload((HostReloads.Level, "Error"), ("WebhookAlerts:BatchSize", "3"));
        run.Run(HostReloads.Soon);

        Assert.Equal([LogLevel.Error], seen);
        Assert.Equal(LogLevel.Error, monitor.CurrentValue.MinimumLevel);
        Assert.Equal(
            LogLevel.Debug, run.Host.Services.GetRequiredService<IOptions<WebhookAlertOptions>>().Value.MinimumLevel);
    }

    [Fact]
    public async Task AListenerOfAMonitorThatThrowsIsToldAndTheReloadStays()
    {
        await using var run = await StartAsync();
        using var listener = run.Host.Services.GetRequiredService<IOptionsMonitor<WebhookAlertOptions>>()
            .OnChange(_ => throw new NotSupportedException("the-secret"));

        run.Reload((HostReloads.Level, "Critical"));
        run.Run(HostReloads.Soon);

        Assert.False(run.Pipeline.Numbered(1));
        Assert.Contains("threw NotSupportedException;", Assert.Single(run.Warnings()), StringComparison.Ordinal);
    }

    private static async Task<HostRun> StartAsync(Action<WebhookAlertOptions>? options = null)
    {
        var run = new HostRun(options: options);
        await run.StartAsync(Cancelled);
        return run;
    }
}
