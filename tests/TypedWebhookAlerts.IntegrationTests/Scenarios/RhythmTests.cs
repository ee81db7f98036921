using TypedWebhookAlerts.Testing;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Scenarios;

/// <summary>When a lane sends: soon while its channel is free, seldom when it is not, at once for Critical.</summary>
public sealed class RhythmTests
{
    [Fact]
    public async Task ThreeAlertsASecondForAnHourArriveWithinSixSecondsInFewRequests()
    {
        await using var run = new VirtualRun(roundTrip: TimeSpan.FromMilliseconds(40));
        var start = run.Time.GetUtcNow();
        const int Count = 3 * 3600;
        for (var number = 0; number < Count; number++)
        {
            var due = start + TimeSpan.FromSeconds(number / 3.0);
            run.Run(due - run.Time.GetUtcNow());
            run.Pipeline.Numbered(number);
        }

        Assert.True(run.Flush(TimeSpan.FromMinutes(5)));

        var delays = run.Discord.Messages
            .SelectMany(message => message.Embeds.Select(embed => message.CreatedAt - embed.Timestamp!.Value))
            .Order()
            .ToList();
        Assert.Equal(Count, delays.Count);
        Assert.InRange(delays[Count * 99 / 100], TimeSpan.Zero, TimeSpan.FromSeconds(6));
        Assert.InRange(run.Discord.Requests.Count(request => request.Method == "POST"), 1, 1300);
        Assert.All(run.Discord.Requests, request => Assert.InRange(request.StatusCode, 200, 299));
    }

    [Fact]
    public async Task ACriticalIsNotGatheredAndALesserAlertIs()
    {
        await using var run = new VirtualRun();
        run.Settle();
        var start = run.Time.GetUtcNow();

        run.Pipeline.DatabaseDown("db-1");
        run.Settle();
        Assert.Equal(1, run.Shown);

        run.Pipeline.Numbered(1);
        run.RunUntil(() => run.Shown == 2, TimeSpan.FromMinutes(1));
        Assert.Equal(TimeSpan.FromMilliseconds(100), run.Time.GetUtcNow() - start);
    }

    [Fact]
    public async Task ASlotCountsFromItsAnswerWhateverTheRoundTrip()
    {
        // All of Discord's thirty slots are used, the reserve coming on top: the least early one is refused.
        var random = new Random(1);
        await using var run = new VirtualRun(
            (options, _) => options.MaxRequestsPerMinute = 32,
            roundTripOf: () => TimeSpan.FromMilliseconds(random.Next(20, 1500)));
        for (var number = 0; number < 1500; number++)
        {
            run.Pipeline.Numbered(number);
        }

        Assert.True(run.RunUntil(() => run.Shown == 1500, TimeSpan.FromMinutes(20)));

        Assert.All(run.Discord.Requests, request => Assert.InRange(request.StatusCode, 200, 299));
    }

    [Fact]
    public async Task AFlushMovesCountersThoughHalfOfTheWindowIsTaken()
    {
        await using var run = new VirtualRun();
        run.Pipeline.WorkerStopped("w1");
        for (var number = 0; number < 16; number++)
        {
            run.Pipeline.DatabaseDown("db-" + number);
            run.Run(TimeSpan.FromSeconds(0.5));
        }

        run.Pipeline.WorkerStopped("w1");
        Assert.True(run.Flush(TimeSpan.FromSeconds(2)));
    }

    [Fact]
    public async Task CountersAreNotMovedWhileHalfOfTheWindowIsTaken()
    {
        await using var run = new VirtualRun();
        run.Pipeline.WorkerStopped("w1");
        for (var number = 0; number < 16; number++)
        {
            run.Pipeline.DatabaseDown("db-" + number);
            run.Run(TimeSpan.FromSeconds(0.5));
        }

        run.Pipeline.WorkerStopped("w1");
        run.Run(TimeSpan.FromSeconds(40));
        Assert.DoesNotContain(run.Discord.Requests, request => request.Method == "PATCH");

        run.Run(TimeSpan.FromSeconds(30));
        Assert.Single(run.Discord.Requests, request => request.Method == "PATCH");
    }
}
