using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.Capture;
using TypedWebhookAlerts.IntegrationTests.Scenarios;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Lifecycle;

/// <summary>Whoever uses a pipeline after its end is refused, or told what became of its alerts; nothing
/// throws.</summary>
public sealed class AfterTheEndTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task EveryMemberHasAnAnswer(bool isStarted)
    {
        var pipeline = await CreateEndedAsync(isStarted);
        var refusals = 0L;

        Assert.True(pipeline.IsEnabled(FollowedAlerts.JobFailed));
        AssertRefused(pipeline.Numbered(1));
        AssertRefused(pipeline.Send(LogLevel.Error, "late"));
        AssertRefused(pipeline.RaiseUnreadable(FollowedAlerts.JobFailed, new InvalidOperationException()));
        AssertRefused(pipeline.TryClaim(FollowedAlerts.JobFailed, AlertWriter.SizeOf("x"), out _));
        Assert.Equal("refused (Closed)", (await pipeline.Raise(FollowedAlerts.JobFailed, "x").Delivered).ToString());
        Assert.Equal("refused (Closed)", (await pipeline.RaiseThrowing(FollowedAlerts.JobFailed).Delivered).ToString());
        var incident = pipeline.Begin(FollowedAlerts.JobFailed, "x");
        incident.Update("late");
        incident.Resolve();
        refusals += 3;

        Assert.True(await pipeline.FlushAsync(TimeSpan.Zero, TestContext.Current.CancellationToken));
        Assert.Equal((refusals, 0), (pipeline.Ledger.RefusedBy[RefusalReason.Closed], pipeline.Ledger.Pending));
        Assert.NotNull(pipeline.Health.Reasons);
        Assert.All(
            await pipeline.VerifyAsync(TestContext.Current.CancellationToken),
            check => Assert.False(check.IsReachable));
        pipeline.Reconfigure(new WebhookAlertOptions());
        pipeline.Keep("late");
        Assert.Throws<InvalidOperationException>(() => pipeline.Start(new WebhookAlertOptions()));
        await pipeline.DisposeAsync();
        ((IDisposable)pipeline).Dispose();

        void AssertRefused(bool isAccepted)
        {
            Assert.False(isAccepted);
            refusals++;
        }
    }

    private static async Task<AlertPipeline> CreateEndedAsync(bool isStarted)
    {
        if (!isStarted)
        {
            var dormant = new AlertPipeline();
            await dormant.DisposeAsync();
            return dormant;
        }

        var run = new VirtualRun();
        await run.DisposeAsync();
        return run.Pipeline;
    }
}
