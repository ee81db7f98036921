using System.Globalization;
using System.Net;
using TypedWebhookAlerts.IntegrationTests.Lifecycle;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Scenarios;

/// <summary>What a message on display cannot show any more is shown elsewhere: nothing is lost silently.</summary>
public sealed class LiveMessageTests
{
    private const string UnknownMessage = """{"code":10008,"message":"Unknown Message"}""";
    private const string TooOld = """{"code":30046,"message":"Maximum number of edits"}""";

    [Fact]
    public async Task WhenItIsDeletedWhatItDidNotShowIsPostedAnewWithItsCounterAndGoesOnThere()
    {
        await using var run = new VirtualRun();
        run.Pipeline.WorkerStopped("w1");
        run.Pipeline.WorkerStopped("w2");
        run.Run(TimeSpan.FromSeconds(1));
        run.Delete(Assert.Single(run.Discord.Messages));
        var receipt = run.Pipeline.Raise(FollowedAlerts.JobFailed, "other");
        run.Pipeline.WorkerStopped("w1");
        run.Run(TimeSpan.FromSeconds(10));

        Assert.Contains(Texts(run), text => text.StartsWith("Worker w1 stopped\n-# ×2", StringComparison.Ordinal));
        Assert.DoesNotContain(Texts(run), text => text.StartsWith("Worker w2", StringComparison.Ordinal));
        Assert.Equal("delivered", (await receipt.Delivered).ToString());
        run.Pipeline.WorkerStopped("w1");
        run.Run(TimeSpan.FromSeconds(10));

        Assert.Contains(Texts(run), text => text.StartsWith("Worker w1 stopped\n-# ×3", StringComparison.Ordinal));
        Assert.Equal(
            "raised=5 refused=0 accepted=5 delivered=3 coalesced=2 dropped=0 spooled=0 pending=0",
            run.Pipeline.Ledger.ToString());
        run.Pipeline.WorkerStopped("w2");
        Assert.True(run.Flush(TimeSpan.FromMinutes(1)));
        Assert.Contains("Worker w2 stopped", Texts(run));
    }

    [Fact]
    public async Task WhenItIsTooOldToEditWhatItDidNotShowIsPostedAnewAsOftenAsNeeded()
    {
        await using var run = new VirtualRun();
        run.Pipeline.WorkerStopped("w1");
        run.Run(TimeSpan.FromSeconds(1));
        for (var i = 0; i < 4; i++)
        {
            run.Faults.On(HttpMethod.Patch).ThenAnswer(HttpStatusCode.BadRequest, TooOld);
            run.Pipeline.WorkerStopped("w1");
            run.Run(TimeSpan.FromSeconds(10));
        }

        Assert.Equal(5, run.Discord.Messages.Count);
        Assert.Contains("×5", Texts(run)[^1], StringComparison.Ordinal);
        Assert.Equal(
            "raised=5 refused=0 accepted=5 delivered=1 coalesced=4 dropped=0 spooled=0 pending=0",
            run.Pipeline.Ledger.ToString());
    }

    [Fact]
    public async Task WhoeverDeletesItThreeTimesInItsWindowIsNotFought()
    {
        await using var run = new VirtualRun();
        run.Pipeline.Raise(FollowedAlerts.JobFailed, "a");
        run.Run(TimeSpan.FromSeconds(1));
        var repeats = new List<AlertReceipt>();
        for (var i = 0; i < 3; i++)
        {
            run.Delete(Assert.Single(run.Discord.Messages));
            repeats.Add(run.Pipeline.Raise(FollowedAlerts.JobFailed, "a"));
            run.Run(TimeSpan.FromSeconds(15));
        }

        Assert.Equal(0, run.Shown);
        Assert.Single(run.Notes);
        Assert.Equal(
            ["coalesced", "coalesced", "dropped (MessageGone)"],
            await Task.WhenAll(repeats.Select(async repeat => (await repeat.Delivered).ToString())));
        var next = run.Pipeline.Raise(FollowedAlerts.JobFailed, "a");
        Assert.True(run.Flush(TimeSpan.FromMinutes(1)));
        Assert.Equal("delivered", (await next.Delivered).ToString());
        Assert.Equal(1, run.Shown);
    }

    [Theory]
    [InlineData(UnknownMessage)]
    [InlineData("<html>a page that does not say what is gone</html>")]
    public async Task WhoFollowsARepeatIsToldOfTheMessageThatCountsItAtLast(string answer)
    {
        await using var run = new VirtualRun();
        run.Pipeline.Raise(FollowedAlerts.JobFailed, "a");
        run.Run(TimeSpan.FromSeconds(1));
        run.Faults.On(HttpMethod.Patch).ThenAnswer(HttpStatusCode.NotFound, answer);
        var repeat = run.Pipeline.Raise(FollowedAlerts.JobFailed, "a");
        run.Run(TimeSpan.FromSeconds(10));

        Assert.Equal("coalesced", (await repeat.Delivered).ToString());
        Assert.Equal(2, run.Discord.Messages.Count);
    }

    [Fact]
    public async Task WhenThereAreTooManyOfThemTheOldestShowsWhatItHasInAMessageOfItsOwn()
    {
        await using var run = new VirtualRun((options, _) => options.CoalesceWindow = TimeSpan.FromHours(12));
        for (var round = 0; round < 80; round++)
        {
            // Whatever is on display has a repeat to show whenever another message comes.
            for (var i = 0; i < (round + 1) * 10; i++)
            {
                run.Pipeline.WorkerStopped($"w{i}");
            }

            run.Run(TimeSpan.FromSeconds(2.5));
        }

        Assert.True(run.Flush(TimeSpan.FromHours(1)));
        var alerts = run.Discord.Messages.SelectMany(message => message.Embeds)
            .GroupBy(embed => (embed.Description!.Split('\n')[0], embed.Timestamp))
            .ToList();
        var ledger = run.Pipeline.Ledger;
        Assert.Contains(alerts, alert => alert.Count() > 1);
        Assert.Equal((alerts.Count, 0), (ledger.Delivered, ledger.Dropped));
        Assert.Equal(ledger.Accepted, alerts.Sum(alert => alert.Max(embed => Count(embed.Description!))));
        Assert.Equal(ledger.Accepted, ledger.Delivered + ledger.Coalesced);
    }

    [Fact]
    public async Task InALongStormTheLastEditGetsItsTurn()
    {
        await using var run = new VirtualRun((options, _) => options.CoalesceWindow = TimeSpan.FromMinutes(2));
        run.Pipeline.WorkerStopped("w1");
        run.Run(TimeSpan.FromSeconds(1));
        var number = 0;
        for (var second = 0; second < 240; second++)
        {
            if (second < 100)
            {
                run.Pipeline.WorkerStopped("w1");
            }

            for (var i = 0; i < 8; i++)
            {
                run.Pipeline.Numbered(number++);
            }

            run.Run(TimeSpan.FromSeconds(1));
        }

        Assert.Contains("×101", run.Discord.Messages[0].Embeds[0].Description, StringComparison.Ordinal);
        Assert.Equal(100, run.Pipeline.Ledger.Coalesced);
        Assert.True(run.Pipeline.Ledger.Pending > 100, run.Pipeline.Ledger.ToString());
    }

    [Fact]
    public async Task WhenEveryEditFailsWhatItDidNotShowIsPosted()
    {
        await using var run = new VirtualRun();
        run.Pipeline.WorkerStopped("w1");
        run.Run(TimeSpan.FromSeconds(1));
        for (var i = 0; i < 5; i++)
        {
            run.Faults.On(HttpMethod.Patch).ThenAnswer(HttpStatusCode.BadGateway);
        }

        run.Pipeline.WorkerStopped("w1");
        run.Run(TimeSpan.FromMinutes(10));

        Assert.Equal(2, run.Discord.Messages.Count);
        Assert.Contains("×2", Texts(run)[^1], StringComparison.Ordinal);
        Assert.Equal(0, run.Pipeline.Ledger.Pending);
    }

    private static long Count(string text)
        => text.Split("×") is [_, var count]
            ? long.Parse(count.Split(' ')[0], NumberStyles.AllowThousands, CultureInfo.InvariantCulture)
            : 1;

    private static List<string> Texts(VirtualRun run)
        => [.. run.Discord.Messages.SelectMany(message => message.Embeds).Select(embed => embed.Description ?? "")];
}
