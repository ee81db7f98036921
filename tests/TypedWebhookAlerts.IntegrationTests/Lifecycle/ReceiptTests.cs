using System.Net;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using TypedWebhookAlerts.IntegrationTests.Scenarios;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Lifecycle;

/// <summary>A receipt ends in every case, and says what the ledger says.</summary>
public sealed class ReceiptTests
{
    /// <summary>In real time, and only to end a test that would hang.</summary>
    private static readonly TimeSpan s_watchdog = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task WhenDiscordHasTheMessageTheAlertIsDeliveredAndStored()
    {
        await using var run = new VirtualRun();
        var receipt = run.Pipeline.Raise(FollowedAlerts.JobFailed, "a");
        run.Settle();
        Assert.False(receipt.Delivered.IsCompleted);

        Assert.True(run.Flush(TimeSpan.FromMinutes(1)));

        Assert.Equal(AlertOutcomeKind.Delivered, (await Told(receipt)).Kind);
        Assert.Equal("delivered", (await receipt.Stored).ToString());
    }

    [Fact]
    public async Task ARepeatIsCoalescedWhenItsCounterHasMoved()
    {
        await using var run = new VirtualRun();
        run.Pipeline.Raise(FollowedAlerts.JobFailed, "a");
        Assert.True(run.Flush(TimeSpan.FromMinutes(1)));
        var repeat = run.Pipeline.Raise(FollowedAlerts.JobFailed, "a");
        run.Settle();
        Assert.False(repeat.Delivered.IsCompleted);

        Assert.True(run.Flush(TimeSpan.FromMinutes(1)));

        Assert.Equal("coalesced", (await Told(repeat)).ToString());
    }

    [Fact]
    public async Task WhatIsIgnoredOrRefusedIsToldAtOnce()
    {
        await using var run = new VirtualRun();
        Assert.Equal("ignored", Now(run.Pipeline.Raise(FollowedAlerts.Chatter, "a")));
        run.Pipeline.Raise(FollowedAlerts.Limited, "a");
        run.Pipeline.Raise(FollowedAlerts.Limited, "b");
        Assert.Equal("refused (RateLimited)", Now(run.Pipeline.Raise(FollowedAlerts.Limited, "c")));
    }

    [Fact]
    public async Task AFullRingRefusesAndSaysSo()
    {
        var pipeline = new AlertPipeline();
        var receipts = new List<AlertReceipt>();
        do
        {
            receipts.Add(pipeline.Raise(FollowedAlerts.JobFailed, new string('x', 4000)));
        }
        while (pipeline.Ledger.Refused == 0);

        Assert.Equal("refused (Full)", Now(receipts[^1]));
        await pipeline.DisposeAsync();

        Assert.All(receipts.SkipLast(1), receipt => Assert.Equal("dropped (Closed)", Now(receipt)));
        Assert.Equal(receipts.Count - 1, pipeline.Ledger.DroppedBy[DropReason.Closed]);
        Assert.Equal(0, pipeline.Ledger.Pending);
        Assert.Equal("refused (Closed)", Now(pipeline.Raise(FollowedAlerts.JobFailed, "late")));
    }

    [Fact]
    public async Task AnAlertThatIsTooLargeIsRefused()
    {
        await using var run = new VirtualRun((options, _) => options.RingBytes = 128 * 1024);
        var receipt = AlertReceipt.Open(run.Pipeline, FollowedAlerts.JobFailed);

        Assert.False(run.Pipeline.TryClaim(FollowedAlerts.JobFailed, 64 * 1024, receipt, out _));

        Assert.Equal("refused (TooLarge)", Now(receipt));
    }

    [Fact]
    public async Task AnAlertWhoseArgumentsCannotBeReadIsFollowedAsWell()
    {
        await using var run = new VirtualRun();
        var receipt = run.Pipeline.RaiseThrowing(FollowedAlerts.JobFailed);
        Assert.True(run.Flush(TimeSpan.FromMinutes(1)));
        Assert.Equal("delivered", (await Told(receipt)).ToString());

        await run.DisposeAsync();
        Assert.Equal("refused (Closed)", Now(run.Pipeline.RaiseThrowing(FollowedAlerts.JobFailed)));
    }

    [Fact]
    public async Task WhatTheOptionsSwitchOffAfterTheCallIsIgnored()
    {
        AlertReceipt? receipt = null;
        await using var run = new VirtualRun(
            (options, _) => options.MinimumLevel = LogLevel.Error,
            beforeStart: pipeline => receipt = pipeline.Raise(FollowedAlerts.Warned, "early"));
        run.Settle();

        Assert.Equal("ignored", (await Told(receipt!)).ToString());
        Assert.Equal(0, run.Pipeline.Ledger.Raised);
    }

    [Fact]
    public async Task WithoutARouteItIsDropped()
    {
        await using var pipeline = new AlertPipeline();
        var early = pipeline.Raise(FollowedAlerts.JobFailed, "early");
        pipeline.Start(new WebhookAlertOptions
        {
            LoggerFactory = NullLoggerFactory.Instance, Fallback = { Path = null },
        });

        Assert.Equal("dropped (NoRoute)", (await Told(early)).ToString());
    }

    [Theory]
    [InlineData(HttpStatusCode.BadRequest, "dropped (Rejected)")]
    [InlineData(HttpStatusCode.NotFound, "dropped (NoRoute)")]
    [InlineData(HttpStatusCode.InternalServerError, "dropped (Undeliverable)")]
    public async Task WhatDiscordDoesNotTakeIsDroppedForItsReason(HttpStatusCode status, string outcome)
    {
        await using var run = new VirtualRun();
        for (var i = 0; i < 40; i++)
        {
            run.Faults.ThenAnswer(status);
        }

        var receipt = run.Pipeline.Raise(FollowedAlerts.JobFailed, "a");
        var repeat = run.Pipeline.Raise(FollowedAlerts.JobFailed, "a");
        Assert.True(run.RunUntil(() => repeat.Delivered.IsCompleted, TimeSpan.FromMinutes(15)));

        Assert.Equal(outcome, (await Told(receipt)).ToString());
        Assert.Equal(outcome, (await Told(repeat)).ToString());
    }

    [Fact]
    public async Task WhatWaitsWhenThePipelineIsDisposedIsDropped()
    {
        var run = new VirtualRun();
        run.Faults.ThenAnswer(HttpStatusCode.TooManyRequests, "{}", ("Retry-After", "86400"));
        var first = run.Pipeline.Raise(FollowedAlerts.JobFailed, "a");
        Assert.True(run.RunUntil(() => run.Faults.Posted.Count > 0, TimeSpan.FromSeconds(1)));
        var second = run.Pipeline.Raise(FollowedAlerts.DatabaseDown, "b");

        await run.DisposeAsync();

        // In virtual time the five seconds of a disposal may be over before the pump's thread has run at all.
        Assert.Equal("dropped (Closed)", (await Told(first)).ToString());
        Assert.Equal("dropped (Closed)", (await Told(second)).ToString());
        Assert.Equal(2, run.Pipeline.Ledger.DroppedBy[DropReason.Closed]);
    }

    [Fact]
    public async Task WhatIsUnderWayWhenThePipelineIsDisposedIsUnconfirmed()
    {
        var run = new VirtualRun();
        run.Faults.ThenHang();
        var receipt = run.Pipeline.Raise(FollowedAlerts.JobFailed, "a");
        Assert.True(run.RunUntil(() => run.Faults.Hanging > 0, TimeSpan.FromSeconds(1)));

        await run.DisposeAsync();

        Assert.Equal("dropped (Unconfirmed)", (await Told(receipt)).ToString());
    }

    [Fact]
    public async Task WhoAwaitsItMayAskThePipelineEvenWithoutLeavingTheThread()
    {
        await using var run = new VirtualRun();
        var receipt = run.Pipeline.Raise(FollowedAlerts.JobFailed, "a");
        var seen = receipt.Delivered.ContinueWith(
            _ => run.Pipeline.Ledger.Delivered,
            TestContext.Current.CancellationToken,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
        Assert.True(run.Flush(TimeSpan.FromMinutes(1)));

        Assert.Equal(1, await seen.WaitAsync(s_watchdog, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task ManyCallersAreToldTogetherWhatTheLedgerSays()
    {
        var run = new VirtualRun((options, _) => options.MaxQueuedBytes = 64 * 1024);
        run.Faults.ThenAnswer(HttpStatusCode.BadRequest).ThenPass();
        var receipts = new List<AlertReceipt>();
        foreach (var text in (string[])["rejected", "delivered", "delivered"])
        {
            receipts.Add(run.Pipeline.Raise(FollowedAlerts.JobFailed, text));
            Assert.True(run.Flush(TimeSpan.FromMinutes(1)));
        }

        run.Faults.ThenFail(HttpRequestError.ConnectionError).ThenAnswer(HttpStatusCode.BadRequest);
        var callers = Enumerable.Range(0, 2).Select(caller => Task.Run(() => Enumerable.Range(0, 2000)
            .Select(i => run.Pipeline.Raise(
                i % 5 == 0 ? FollowedAlerts.Limited : FollowedAlerts.JobFailed, $"{caller} {i % 300}"))
            .ToList()));
        receipts.AddRange((await Task.WhenAll(callers)).SelectMany(list => list));
        run.Run(TimeSpan.FromSeconds(20));
        await run.DisposeAsync();

        var told = (await Task.WhenAll(receipts.Select(Told))).CountBy(outcome => outcome).ToDictionary();
        var ledger = run.Pipeline.Ledger;
        Assert.Equal(receipts.Count, ledger.Raised);
        Assert.Equal(ledger.Delivered, told.GetValueOrDefault(AlertOutcome.Delivered));
        Assert.Equal(ledger.Coalesced, told.GetValueOrDefault(AlertOutcome.Coalesced));
        Assert.All(ledger.DroppedBy, dropped
            => Assert.Equal(dropped.Value, told.GetValueOrDefault(AlertOutcome.Dropped(dropped.Key))));
        Assert.All(ledger.RefusedBy, refused
            => Assert.Equal(refused.Value, told.GetValueOrDefault(AlertOutcome.Refused(refused.Key))));
        Assert.DoesNotContain(0, (long[])[ledger.Delivered, ledger.Coalesced, ledger.Dropped, ledger.Refused]);
    }

    /// <summary>The outcome that is there already.</summary>
    private static string Now(AlertReceipt receipt)
    {
        Assert.True(receipt.Delivered.IsCompletedSuccessfully);
        Assert.True(receipt.Stored.IsCompletedSuccessfully);
        return receipt.Delivered.Result.ToString();
    }

    private static Task<AlertOutcome> Told(AlertTracker tracker)
        => tracker.Delivered.WaitAsync(s_watchdog, TestContext.Current.CancellationToken);
}
