using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TypedWebhookAlerts.Capture;
using TypedWebhookAlerts.Hosting;
using TypedWebhookAlerts.IntegrationTests.Scenarios;
using TypedWebhookAlerts.Rendering;
using TypedWebhookAlerts.Testing;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Ending;

/// <summary>What a pipeline leaves in the fallback file when it is disposed.</summary>
public sealed class DisposalTests : IDisposable
{
    /// <summary>An alert whose call claims room and never commits.</summary>
    private static readonly AlertDescriptor s_died = new(
        "Died", 1, LogLevel.Error, "died", null, [], static (ref AlertReader _, AlertFormatter _) => { });

    /// <summary>In real time, and only to end a test that would hang.</summary>
    private static readonly TimeSpan s_watchdog = TimeSpan.FromSeconds(30);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("webhook-alerts-");
    private PatienceClock? _clock;

    private string FallbackFile => Path.Combine(_folder.FullName, "alerts.jsonl");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task WhatIsLeftAfterFiveSecondsGoesIntoTheFileWithItsRepeats()
    {
        var run = Start();
        run.Faults.ThenHang(heedsCancellation: false);
        run.Pipeline.Numbered(1);
        run.Run(TimeSpan.FromSeconds(1));
        run.Pipeline.Numbered(1);
        run.Pipeline.Numbered(2);
        run.Settle();
        await EndAsync(run);

        Assert.Equal(
            [("Number 1", "Unconfirmed", 2L), ("Number 2", "Closed", 1L)],
            Lines().Select(line => (Description(line), Reason(line), line.GetProperty("count").GetInt64())));
        Assert.Equal(
            "raised=3 refused=0 accepted=3 delivered=0 coalesced=0 dropped=3 spooled=0 pending=0",
            run.Pipeline.Ledger.ToString());
        Assert.Equal(3, run.Pipeline.Ledger.DroppedBy[DropReason.Fallback]);
    }

    [Fact]
    public async Task ARepeatThatNoMessageShowsIsALineThatCountsOnlyIt()
    {
        var run = Start();
        run.Pipeline.Numbered(1);
        run.Run(TimeSpan.FromSeconds(1));
        run.Faults.On(HttpMethod.Patch).ThenHang();
        run.Pipeline.Numbered(1);
        run.Settle();
        await EndAsync(run);

        Assert.Equal(1, Assert.Single(Lines()).GetProperty("count").GetInt64());
        Assert.Equal(1, run.Pipeline.Ledger.Delivered);
        Assert.Equal(1, run.Pipeline.Ledger.DroppedBy[DropReason.Fallback]);
    }

    [Fact]
    public async Task AHostThatStopsKeepsWhatIsLeftAfterFiveSecondsAndMarksWhatArrivesAfterAll()
    {
        await using var run = Start((options, _) => options.RequestTimeout = TimeSpan.FromSeconds(9));
        using var reload = new OptionsReload(
            run.Pipeline,
            new OptionsFactory<WebhookAlertOptions>([], []),
            new WebhookAlertsSetup(),
            new ReloadSignal());
        await using var services = new ServiceCollection().BuildServiceProvider();
        var service = new WebhookAlertsService(
            run.Pipeline, Options.Create(new WebhookAlertOptions()), reload, new ServiceWatch(services));
        run.Faults.ThenHang();
        run.Pipeline.DatabaseDown("db-1");
        run.Settle();
        var stopped = service.StoppedAsync(TestContext.Current.CancellationToken);

        Assert.True(run.RunUntil(() => File.Exists(FallbackFile), TimeSpan.FromSeconds(6)));
        Assert.Equal("Database db-1 does not answer", Description(Assert.Single(Lines())));

        // Discord is back after one timeout.
        Assert.True(run.RunUntil(() => run.Shown == 1, TimeSpan.FromSeconds(19)));
        await stopped.WaitAsync(s_watchdog, TestContext.Current.CancellationToken);
        await run.Pipeline.DisposeAsync();

        var lines = Lines();
        Assert.Equal(2, lines.Count);
        Assert.Equal(
            lines[0].GetProperty("id").GetString(),
            Assert.Single(lines[1].GetProperty("delivered").EnumerateArray()).GetString());
        Assert.Equal(1, run.Pipeline.Ledger.Delivered);
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 1)]
    public async Task AnAlertForTwoRoutesIsALineOnlyIfNeitherHasIt(int hanging, int lines)
    {
        var run = Start((options, discord) => options.Route("info", discord.AddWebhook("info").Url));
        for (var i = 0; i < hanging; i++)
        {
            run.Faults.ThenHang();
        }

        run.Pipeline.DatabaseDown("db-1");
        run.Run(TimeSpan.FromSeconds(1));
        await EndAsync(run);

        Assert.Equal(lines, Lines().Count);
        Assert.Equal(1 - lines, run.Pipeline.Ledger.Delivered);
        Assert.Equal(lines, run.Pipeline.Ledger.DroppedBy[DropReason.Fallback]);
    }

    [Fact]
    public async Task WhatWasStillCapturedWhenPatienceEndedGoesIntoTheFileToo()
    {
        // The pump waits in the ring of before the start, and what is raised after it stands behind.
        var run = Start(
            (options, _) => options.RingBytes = 2 * 1024 * 1024,
            beforeStart: pipeline => pipeline.TryClaim(s_died, 0, out _));
        run.Faults.ThenHang();
        run.Pipeline.Numbered(1);
        run.Run(TimeSpan.FromSeconds(1));
        await EndAsync(run);

        Assert.Equal("Number 1", Description(Assert.Single(Lines())));
        Assert.Equal(1, run.Pipeline.Ledger.DroppedBy[DropReason.Fallback]);
    }

    [Fact]
    public async Task WithoutAFileWhatIsLeftIsDropped()
    {
        var run = Start((options, _) => options.Fallback.Path = "");
        run.Faults.ThenHang();
        run.Pipeline.Numbered(1);
        run.Run(TimeSpan.FromSeconds(1));
        run.Pipeline.Numbered(2);
        run.Settle();
        await EndAsync(run);

        Assert.False(File.Exists(FallbackFile));
        Assert.Equal(0, run.Pipeline.Ledger.DroppedBy[DropReason.Fallback]);
        Assert.Equal(1, run.Pipeline.Ledger.DroppedBy[DropReason.Closed]);
    }

    [Fact]
    public async Task WhoHasDeliveredAllMakesNoFile()
    {
        var run = Start();
        run.Pipeline.Numbered(1);
        run.Pipeline.Numbered(1);
        Assert.True(run.Flush(TimeSpan.FromMinutes(1)));
        await run.DisposeAsync();

        Assert.False(File.Exists(FallbackFile));
        Assert.Equal(1, run.Pipeline.Ledger.Delivered);
    }

    private static string Description(JsonElement line)
        => line.GetProperty("embed").GetProperty("description").GetString()!;

    private static string Reason(JsonElement line) => line.GetProperty("reason").GetString()!;

    private VirtualRun Start(
        Action<WebhookAlertOptions, DiscordSimulator>? configure = null, Action<AlertPipeline>? beforeStart = null)
        => new(
            (options, discord) =>
            {
                options.Fallback.Path = FallbackFile;
                options.TimeProvider = _clock = new PatienceClock((VirtualTime)options.TimeProvider);
                configure?.Invoke(options, discord);
            },
            beforeStart: beforeStart);

    /// <summary>Disposes the pipeline, whose patience ends with some alerts left.</summary>
    private async Task EndAsync(VirtualRun run)
    {
        var end = run.Pipeline.DisposeAsync().AsTask();
        await _clock!.Waits.WaitAsync(s_watchdog, TestContext.Current.CancellationToken);
        run.Time.Advance(PatienceClock.Patience);
        await end.WaitAsync(s_watchdog, TestContext.Current.CancellationToken);
        await run.DisposeAsync();
    }

    private List<JsonElement> Lines()
        => File.Exists(FallbackFile)
            ? [.. File.ReadLines(FallbackFile).Select(line => JsonDocument.Parse(line).RootElement)]
            : [];
}
