using System.Globalization;
using TypedWebhookAlerts.IntegrationTests.Scenarios;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Lifecycle;

/// <summary>Callers raise while the pipeline starts.</summary>
public sealed class StartTests
{
    private const int Block = 1_000_000;

    [Fact]
    public async Task WhatCallersRaiseMeanwhileArrivesInTheirOrder()
    {
        var hasStarted = false;
        var callers = new List<Task<int>>();
        await using var run = new VirtualRun(
            (options, _) =>
            {
                options.RingBytes = 256 * 1024;
                options.MaxRequestsPerMinute = 30;
            },
            beforeStart: pipeline =>
            {
                callers.AddRange(Enumerable.Range(1, 2).Select(caller => Task.Factory.StartNew(
                    () => Raise(pipeline, caller * Block),
                    TestContext.Current.CancellationToken,
                    TaskCreationOptions.LongRunning,
                    TaskScheduler.Default)));
                SpinWait.SpinUntil(() => pipeline.Ledger.Accepted > 20);
            });
        Volatile.Write(ref hasStarted, true);
        var accepted = (await Task.WhenAll(callers)).Sum();
        Assert.True(run.Flush(TimeSpan.FromHours(2)));

        var shown = run.Discord.Messages.SelectMany(message => message.Embeds)
            .Select(embed => int.Parse(embed.Description!["Number ".Length..], CultureInfo.InvariantCulture))
            .ToList();
        Assert.Equal(accepted, shown.Count);
        Assert.All(shown.GroupBy(number => number / Block), caller => Assert.Equal(caller.Order(), caller));

        int Raise(AlertPipeline pipeline, int first)
        {
            var raised = 0;
            var rest = 100;
            while (rest > 0 && raised < 2000)
            {
                raised += pipeline.Numbered(first + raised) ? 1 : 0;
                rest -= Volatile.Read(ref hasStarted) ? 1 : 0;
                Thread.Yield();
            }

            return raised;
        }
    }
}
