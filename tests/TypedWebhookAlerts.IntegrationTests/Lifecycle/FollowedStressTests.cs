using System.Collections.Concurrent;
using Microsoft.Extensions.Logging.Abstractions;
using TypedWebhookAlerts.Testing;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Lifecycle;

/// <summary>Many threads follow their calls through a small ring while the pipeline ends under them.</summary>
public sealed class FollowedStressTests
{
    private const int Threads = 100;
    private const int CallsOfEach = 100;

    [Fact]
    public async Task WhenThePipelineIsDisposedInAContinuationEachCallIsStillToldWhatTheLedgerSays()
    {
        await using var discord = new DiscordSimulator();
        var pipeline = new AlertPipeline();
        pipeline.Start(Options(discord));
        var trackers = new ConcurrentBag<AlertTracker>();
        var first = pipeline.Begin(FollowedAlerts.DatabaseDown, "first");
        trackers.Add(first);
        var end = DisposeAfter(pipeline, first);
        var callers = Enumerable.Range(0, Threads)
            .Select(caller => new Thread(() => Call(caller, pipeline, trackers)))
            .ToList();
        callers.ForEach(caller => caller.Start());
        callers.ForEach(caller => caller.Join());
        await end;

        Assert.All(trackers, tracker => Assert.True(tracker.Delivered.IsCompletedSuccessfully));
        var told = (await Task.WhenAll(trackers.Select(tracker => tracker.Delivered)))
            .CountBy(outcome => outcome)
            .ToDictionary();
        var ledger = pipeline.Ledger;
        Assert.Equal(0, ledger.Pending);
        Assert.Equal(trackers.Count, ledger.Raised);
        Assert.Equal(ledger.Delivered, told.GetValueOrDefault(AlertOutcome.Delivered));
        Assert.Equal(ledger.Coalesced, told.GetValueOrDefault(AlertOutcome.Coalesced));
        Assert.All(ledger.DroppedBy, dropped
            => Assert.Equal(dropped.Value, told.GetValueOrDefault(AlertOutcome.Dropped(dropped.Key))));
        Assert.All(ledger.RefusedBy, refused
            => Assert.Equal(refused.Value, told.GetValueOrDefault(AlertOutcome.Refused(refused.Key))));
    }

    private static async Task DisposeAfter(AlertPipeline pipeline, AlertTracker tracker)
    {
        await tracker.Delivered.ConfigureAwait(false);
        await pipeline.DisposeAsync().ConfigureAwait(false);
    }

    private static void Call(int caller, AlertPipeline pipeline, ConcurrentBag<AlertTracker> trackers)
    {
        var random = new Random(caller);
        for (var i = 0; i < CallsOfEach; i++)
        {
            var text = $"{random.Next(20)}";
            trackers.Add(random.Next(4) switch
            {
                0 => pipeline.Raise(FollowedAlerts.Limited, text),
                1 => pipeline.RaiseThrowing(FollowedAlerts.JobFailed),
                2 => pipeline.Begin(FollowedAlerts.DatabaseDown, text),
                _ => pipeline.Raise(FollowedAlerts.JobFailed, text),
            });
        }
    }

    private static WebhookAlertOptions Options(DiscordSimulator discord) => new WebhookAlertOptions
    {
        HttpMessageHandler = discord.CreateHandler,
        LoggerFactory = NullLoggerFactory.Instance,
        RingBytes = 128 * 1024,
    }.Route("error", discord.AddWebhook().Url);
}
