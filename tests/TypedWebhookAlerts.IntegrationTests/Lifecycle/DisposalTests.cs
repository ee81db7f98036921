using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using TypedWebhookAlerts.Capture;
using TypedWebhookAlerts.IntegrationTests.Scenarios;
using TypedWebhookAlerts.Rendering;
using TypedWebhookAlerts.Testing;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Lifecycle;

/// <summary>The end of a pipeline: what is asked of it then is answered, and counted.</summary>
public sealed class DisposalTests
{
    /// <summary>In real time, and only to end a test that would hang.</summary>
    private static readonly TimeSpan s_watchdog = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task AFlushAfterTheEndHasNothingToWaitFor()
    {
        var run = new VirtualRun();
        run.Pipeline.Numbered(1);
        await run.DisposeAsync();

        var flush = run.Pipeline.FlushAsync(Timeout.InfiniteTimeSpan, TestContext.Current.CancellationToken);
        Assert.True(await flush.WaitAsync(s_watchdog, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task AnIdlePipelineWaitsForNothingAndAnEndedOneLeavesNoTimer()
    {
        var run = new VirtualRun();
        run.Pipeline.WorkerStopped("w1");
        run.Pipeline.DatabaseDown("db-1");
        run.Pipeline.Limited(1);
        run.Run(TimeSpan.FromMinutes(2));
        Assert.Null(run.Time.NextDue);

        for (var repeat = 0; repeat < 2; repeat++)
        {
            run.Pipeline.WorkerStopped("w1");
            run.Settle();
        }

        // The second repeat waits for its edit.
        Assert.NotNull(run.Time.NextDue);
        await run.DisposeAsync();
        Assert.Null(run.Time.NextDue);
    }

    [Fact]
    public async Task WhatAPipelineHeldThatNobodyStartedIsDroppedWhenItEnds()
    {
        var pipeline = new AlertPipeline();
        pipeline.Numbered(1);
        await pipeline.DisposeAsync();
        pipeline.Numbered(2);

        Assert.Equal(
            "raised=2 refused=1 accepted=1 delivered=0 coalesced=0 dropped=1 spooled=0 pending=0",
            pipeline.Ledger.ToString());
        Assert.Equal(1, pipeline.Ledger.DroppedBy[DropReason.Closed]);
        Assert.True(await pipeline.FlushAsync(Timeout.InfiniteTimeSpan, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task WhoeverDisposesAgainWaitsForTheEndToo()
    {
        await using var run = new VirtualRun();
        run.Faults.ThenHang();
        run.Pipeline.Numbered(1);
        run.Run(TimeSpan.FromSeconds(1));

        var first = run.Pipeline.DisposeAsync().AsTask();
        var second = run.Pipeline.DisposeAsync().AsTask();

        Assert.False(first.IsCompleted);
        Assert.False(second.IsCompleted);
        while (!first.IsCompleted || !second.IsCompleted)
        {
            run.Time.Advance(TimeSpan.FromMilliseconds(10));
            await Task.Yield();
        }

        Assert.Equal(0, run.Pipeline.Ledger.Pending);
    }

    /// <summary>A call that dies between claim and commit leaves a record that nobody ever commits.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ACallThatDiedOnTheWayHoldsTheEndUpForFiveSecondsAndNoLonger(bool isStarted)
    {
        var time = new VirtualTime();
        var pipeline = new AlertPipeline(time);
        var alert = new AlertDescriptor(
            "Died", 1, LogLevel.Error, "died", null, [], static (ref AlertReader _, AlertFormatter _) => { });
        Assert.True(pipeline.TryClaim(alert, 0, out _));
        if (isStarted)
        {
            pipeline.Start(new WebhookAlertOptions
            {
                TimeProvider = time,
                LoggerFactory = NullLoggerFactory.Instance,
                RingBytes = 2 * 1024 * 1024,
                Fallback = { Path = null },
            });
        }

        pipeline.Numbered(1);
        var end = pipeline.DisposeAsync().AsTask();
        using var watchdog = new CancellationTokenSource(s_watchdog);
        var waited = TimeSpan.Zero;
        for (; !end.IsCompleted; waited += TimeSpan.FromMilliseconds(10))
        {
            watchdog.Token.ThrowIfCancellationRequested();
            time.Advance(TimeSpan.FromMilliseconds(10));
            await Task.Yield();
        }

        Assert.True(waited >= TimeSpan.FromSeconds(5));
        var flush = pipeline.FlushAsync(Timeout.InfiniteTimeSpan, TestContext.Current.CancellationToken);
        await flush.WaitAsync(s_watchdog, TestContext.Current.CancellationToken);
        Assert.Equal(isStarted ? 1 : 0, pipeline.Ledger.DroppedBy.GetValueOrDefault(DropReason.NoRoute));
    }

    [Fact]
    public async Task EveryCallBesideTheEndIsCounted()
    {
        var pipeline = new AlertPipeline();
        pipeline.Start(new WebhookAlertOptions
        {
            LoggerFactory = NullLoggerFactory.Instance, Fallback = { Path = null },
        });
        var callers = Enumerable.Range(0, 2).Select(_ => Task.Factory.StartNew(
            () =>
            {
                var accepted = 0;
                bool isAccepted;
                do
                {
                    isAccepted = pipeline.Numbered(accepted);
                    accepted += isAccepted ? 1 : 0;
                }
                while (isAccepted || pipeline.Ledger.RefusedBy[RefusalReason.Closed] == 0);

                return accepted;
            },
            TestContext.Current.CancellationToken,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default)).ToList();
        SpinWait.SpinUntil(() => pipeline.Ledger.Accepted > 1000);

        await pipeline.DisposeAsync();
        var accepted = (await Task.WhenAll(callers)).Sum();

        var ledger = pipeline.Ledger;
        Assert.Equal(0, ledger.Pending);
        Assert.Equal(accepted, ledger.Accepted);
        Assert.Equal(ledger.Accepted, ledger.DroppedBy[DropReason.NoRoute]);
    }

    [Fact]
    public async Task AFlushEndsThoughCallersGoOnRaising()
    {
        await using var pipeline = new AlertPipeline();
        pipeline.Start(new WebhookAlertOptions
        {
            LoggerFactory = NullLoggerFactory.Instance, Fallback = { Path = null },
        });
        using var enough = new CancellationTokenSource();
        var callers = Enumerable.Range(0, 2).Select(_ => Task.Factory.StartNew(
            () =>
            {
                for (var i = 0; i < 30_000_000 && !enough.IsCancellationRequested; i++)
                {
                    pipeline.Numbered(i);
                }

                return enough.IsCancellationRequested;
            },
            TestContext.Current.CancellationToken,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default)).ToList();
        SpinWait.SpinUntil(() => pipeline.Ledger.Accepted > 10_000);

        Assert.True(await pipeline.FlushAsync(Timeout.InfiniteTimeSpan, TestContext.Current.CancellationToken));
        await enough.CancelAsync();

        Assert.All(await Task.WhenAll(callers), wasRaising => Assert.True(wasRaising));
    }
}
