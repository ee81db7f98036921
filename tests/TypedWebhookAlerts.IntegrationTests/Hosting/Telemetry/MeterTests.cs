using System.Diagnostics.Metrics;
using System.Net;
using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.IntegrationTests.Lifecycle;
using TypedWebhookAlerts.IntegrationTests.Scenarios;
using TypedWebhookAlerts.Testing;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Hosting.Telemetry;

/// <summary>The meter tells what the ledger tells, through a real host and OpenTelemetry's SDK.</summary>
[Collection(OnAmbient.Name)]
public sealed class MeterTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task WhatIsDeliveredOnTwoRoutesIsOneAlertAndTwoCopies()
    {
        await using var host = new ObservedHost();
        await host.Run.StartAsync(Cancellation);
        host.Pipeline.Numbered(1);
        host.Pipeline.DatabaseDown("db-1");
        Assert.True(host.Run.Flush());

        host.AssertTellsTheLedger();
        Assert.Equal(
            new Dictionary<string, double>
            {
                ["webhook_alerts.level=critical"] = 1,
                ["webhook_alerts.level=error"] = 1,
            },
            host.Measured("webhook_alerts.exported"));
        Assert.Equal(
            new Dictionary<string, double>
            {
                ["webhook_alerts.level=critical,webhook_alerts.route=error"] = 1,
                ["webhook_alerts.level=critical,webhook_alerts.route=info"] = 1,
                ["webhook_alerts.level=error,webhook_alerts.route=error"] = 1,
            },
            host.Measured("webhook_alerts.route.exported"));
    }

    [Fact]
    public async Task ACountOfZeroIsNotReported()
    {
        await using var host = new ObservedHost();
        await host.Run.StartAsync(Cancellation);
        host.Pipeline.Numbered(1);
        Assert.True(host.Run.Flush());
        var counts = new List<long>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == "TypedWebhookAlerts" && instrument is ObservableCounter<long>)
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((_, count, _, _) => counts.Add(count));
        listener.Start();
        listener.RecordObservableInstruments();

        Assert.NotEmpty(counts);
        Assert.DoesNotContain(0, counts);
    }

    [Fact]
    public async Task RepeatsAreCountedWhenAMessageCountsThem()
    {
        await using var host = new ObservedHost();
        await host.Run.StartAsync(Cancellation);
        for (var i = 0; i < 7; i++)
        {
            host.Pipeline.WorkerStopped("w1");
        }

        Assert.True(host.Run.Flush());

        host.AssertTellsTheLedger();
        Assert.Equal(6, host.Measured("webhook_alerts.coalesced").Values.Sum());
    }

    [Fact]
    public async Task AnIncidentsNewsCountForTheLevelThatItBeganWith()
    {
        await using var host = new ObservedHost();
        await host.Run.StartAsync(Cancellation);
        var incident = host.Pipeline.Begin(FollowedAlerts.DatabaseDown, "db-1");
        Assert.True(host.Run.Flush());
        host.Run.Reload(("WebhookAlerts:Alerts:DatabaseDown:Level", "Error"));
        host.Run.Run(TimeSpan.FromSeconds(1));
        incident.Resolve();
        Assert.True(host.Run.Flush());

        host.AssertTellsTheLedger();
        Assert.Equal(
            new Dictionary<string, double> { ["webhook_alerts.level=critical"] = 2 },
            host.Measured("webhook_alerts.processed"));
    }

    [Fact]
    public async Task WhatWaitsIsInTheQueueAndNowhereElse()
    {
        await using var host = new ObservedHost(routes: ["error"]);
        await host.Run.StartAsync(Cancellation);
        host.Run.Discord.Faults.AnswerWith(Fault.Unavailable);
        for (var i = 0; i < 3; i++)
        {
            host.Pipeline.NeverFolded(i);
        }

        host.Run.Run(TimeSpan.FromSeconds(10));

        host.AssertTellsTheLedger();
        Assert.Equal(3, Assert.Single(host.Measured("webhook_alerts.queue.size")).Value);
        host.Run.Discord.Faults.Clear();
    }

    [Fact]
    public async Task WhatIsInTheRingIsSeenThereWhileThePumpIsHeld()
    {
        using var held = new HeldException();
        await using var host = new ObservedHost();
        await host.Run.StartAsync(Cancellation);
        host.Pipeline.Hanging(held);
        held.WaitUntilReached(Cancellation);
        host.Pipeline.Numbered(1);

        Assert.Equal(2, host.Measured()["webhook_alerts.ring.size{}"]);
        Assert.InRange(host.Measured()["webhook_alerts.ring.usage{}"], 2 * 16, 1024);
        held.Release();
        Assert.True(host.Run.Flush());
        Assert.DoesNotContain("webhook_alerts.ring.size{}", host.Measured().Keys);
        host.AssertTellsTheLedger();
    }

    [Theory]
    [InlineData(DropReason.NoRoute)]
    [InlineData(DropReason.QueueFull)]
    [InlineData(DropReason.Rejected)]
    [InlineData(DropReason.Undeliverable)]
    [InlineData(DropReason.Unconfirmed)]
    [InlineData(DropReason.MessageGone)]
    [InlineData(DropReason.Closed)]
    [InlineData(DropReason.Fallback)]
    [InlineData(DropReason.Resolved)]
    public async Task EachReasonOfALossIsToldByItsName(DropReason reason)
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.jsonl");
        await using var host = new ObservedHost(
            [
                ("WebhookAlerts:LevelRoutes:Warning:0", "nowhere"),
                ("WebhookAlerts:MaxQueuedBytes", "65536"),
                ("WebhookAlerts:OpenAfter", "00:01:00"),
                ("WebhookAlerts:Fallback:Path", reason == DropReason.Fallback ? file : ""),
            ],
            routes: ["error"]);
        await host.Run.StartAsync(Cancellation);

        await ProvokeAsync(reason, host);

        Assert.True(host.Pipeline.Ledger.DroppedBy[reason] > 0, $"{host.Pipeline.Ledger}");
        host.AssertTellsTheLedger();
        host.Run.Discord.Faults.Clear();
        File.Delete(file);
    }

    [Theory]
    [InlineData(RefusalReason.Full)]
    [InlineData(RefusalReason.TooLarge)]
    [InlineData(RefusalReason.RateLimited)]
    [InlineData(RefusalReason.Closed)]
    public async Task EachReasonOfARefusalIsToldByItsName(RefusalReason reason)
    {
        using var held = new HeldException();
        await using var host = new ObservedHost([("WebhookAlerts:RingBytes", "131072")], routes: ["error"]);
        await host.Run.StartAsync(Cancellation);

        await ProvokeAsync(reason, host, held);
        held.Release();

        var refused = host.Pipeline.Ledger.RefusedBy[reason];
        Assert.True(refused > 0);
        Assert.Equal(
            new Dictionary<string, double>
            {
                [$"webhook_alerts.level=error,webhook_alerts.reason={TelemetryTags.Of(reason)}"] = refused,
            },
            host.Measured("webhook_alerts.refused"));
    }

    [Fact]
    public async Task HowLongAMessageWaitedForItsWindowIsMeasured()
    {
        await using var host = new ObservedHost(routes: ["error"]);
        var before = host.SumOf("webhook_alerts.window.wait");
        await host.Run.StartAsync(Cancellation);
        host.Run.Discord.Faults.Next().OnPosts()
            .AnswerWith(Fault.RateLimited(RateLimitScope.User, TimeSpan.FromSeconds(20)));
        host.Pipeline.Numbered(1);
        Assert.True(host.Run.Flush());

        Assert.Equal(2, host.Measured("webhook_alerts.window.wait")["webhook_alerts.route=error"]);
        Assert.InRange(host.SumOf("webhook_alerts.window.wait") - before, 20, 21);
        host.AssertTellsTheLedger();
    }

    [Fact]
    public async Task EachRequestIsMeasuredWithItsStatusOrItsFailure()
    {
        await using var host = new ObservedHost(
            routes: ["error"], simulator: discord => discord.RoundTrip = TimeSpan.FromSeconds(2));
        var before = host.SumOf("webhook_alerts.request.duration");
        await host.Run.StartAsync(Cancellation);
        host.Run.Discord.Faults.Next().OnPosts().AnswerWith(Fault.Unavailable)
            .Next().OnPosts().AnswerWith(Fault.Reset);
        host.Pipeline.Numbered(1);
        Assert.True(host.Run.Flush());

        const string Post = "http.request.method=POST,";
        Assert.Equal(
            [
                "error.type=503," + Post + "http.response.status_code=503,webhook_alerts.route=error",
                "error.type=_OTHER," + Post + "webhook_alerts.route=error",
                "http.request.method=GET,http.response.status_code=200,webhook_alerts.route=error",
                Post + "http.response.status_code=200,webhook_alerts.route=error",
            ],
            host.Measured("webhook_alerts.request.duration").Keys.Order(StringComparer.Ordinal));
        Assert.InRange(host.SumOf("webhook_alerts.request.duration") - before, 6, 8);
    }

    [Fact]
    public async Task APipelineThatHasEndedStaysInTheCountersAndLeavesTheQueues()
    {
        await using var host = new ObservedHost();
        await host.Run.StartAsync(Cancellation);
        await EndOneAsync();

        Assert.Equal(
            3,
            host.Measured("webhook_alerts.route.processed")["webhook_alerts.level=error,webhook_alerts.route=ended"]);
        Assert.DoesNotContain(
            host.Measured("webhook_alerts.queue.size").Keys, tags => tags.Contains("ended", StringComparison.Ordinal));
    }

    private static async Task EndOneAsync()
    {
        await using var run = SimulatedRun.Start(new SimulatedRunOptions
        {
            Routes = ["ended"],
            Configure = static (options, _) => options.LevelRoutes[LogLevel.Error] = ["ended"],
        });
        for (var i = 0; i < 3; i++)
        {
            run.Pipeline.NeverFolded(i);
        }
    }

    private static async Task ProvokeAsync(DropReason reason, ObservedHost host)
    {
        var (run, pipeline) = (host.Run, host.Pipeline);
        switch (reason)
        {
            case DropReason.NoRoute:
                pipeline.LowOn("memory");
                break;
            case DropReason.QueueFull:
                run.Discord.Faults.AnswerWith(Fault.Unavailable);
                Raise(1000);
                run.Run(TimeSpan.FromSeconds(1));
                run.Discord.Faults.Clear();
                break;
            case DropReason.Rejected:
                run.Discord.Faults.OnPosts().AnswerWith(Fault.Status(HttpStatusCode.BadRequest, """{"code":50035}"""));
                Raise(3);
                run.Run(TimeSpan.FromMinutes(1));
                run.Discord.Faults.Clear();
                break;
            case DropReason.Undeliverable:
                run.Discord.Faults.OnPosts().AnswerWith(Fault.Unavailable);
                Raise(3);
                run.Run(TimeSpan.FromHours(2));
                run.Discord.Faults.Clear();
                break;
            case DropReason.Unconfirmed:
                run.Discord.Faults.Next().OnPosts().AnswerWith(Fault.Hang);
                Raise(3);
                break;
            case DropReason.MessageGone:
                run.Discord.Faults.OnEdits().AnswerWith(Fault.MessageDeleted);
                for (var i = 0; i < 5; i++)
                {
                    pipeline.WorkerStopped("w1");
                    run.Run(TimeSpan.FromSeconds(15));
                }

                break;
            case DropReason.Closed:
                run.Discord.Faults.AnswerWith(Fault.Unavailable);
                Raise(3);
                await EndAsync(run);
                return;
            case DropReason.Fallback:
                run.Discord.Faults.OnPosts().AnswerWith(Fault.WebhookDeleted);
                Raise(3);
                break;
            case DropReason.Resolved:
                pipeline.DiskFull("c").Resolve("cleaned");
                run.Run(TimeSpan.FromSeconds(1));
                return;
        }

        Assert.True(run.Flush());

        void Raise(int count)
        {
            for (var i = 0; i < count; i++)
            {
                pipeline.NeverFolded(i);
            }
        }
    }

    private static async Task ProvokeAsync(RefusalReason reason, ObservedHost host, HeldException held)
    {
        switch (reason)
        {
            case RefusalReason.Full:
                host.Pipeline.Hanging(held);
                held.WaitUntilReached(Cancellation);
                for (var i = 0; i < 10_000; i++)
                {
                    host.Pipeline.NeverFolded(i);
                }

                break;
            case RefusalReason.TooLarge:
                var text = new string('x', 4096);
                host.Pipeline.Wordy(text, text, text, text, text);
                break;
            case RefusalReason.RateLimited:
                for (var i = 0; i < 5; i++)
                {
                    host.Pipeline.Limited(i);
                }

                break;
            case RefusalReason.Closed:
                await EndAsync(host.Run);
                host.Pipeline.Numbered(1);
                break;
        }
    }

    private static Task EndAsync(HostRun run)
        => new VirtualDriver(run.Time, run.Discord, run.Pipeline, static () => 0)
            .PushUntilEndedAsync(run.Pipeline.DisposeAsync().AsTask(), TimeSpan.FromSeconds(20));
}
