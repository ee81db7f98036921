using System.Net;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Scenarios;

/// <summary>What a channel was not shown, it is told, once its webhook is healthy.</summary>
public sealed class LossesTests : IDisposable
{
    private const string Numbered = "× ScenarioAlerts.Numbered: ";

    private static readonly TimeSpan s_minute = TimeSpan.FromMinutes(1);

    private readonly string _folder = Directory.CreateTempSubdirectory("losses").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task AfterAnOutageTheChannelIsToldHowManyOfWhichAndWhyAndWhereTheyAre()
    {
        await using var run = new VirtualRun(
            (options, _) => options.Fallback.Path = Path.Combine(_folder, "alerts.jsonl"));
        run.Faults.Break(run.Error, HttpStatusCode.BadGateway);
        run.Pipeline.Numbered(1);
        run.Run(s_minute);
        run.Pipeline.Numbered(2);
        run.Pipeline.WorkerStopped("w1");
        run.Run(TimeSpan.FromMinutes(12));
        Assert.Equal(3, run.Pipeline.Ledger.DroppedBy[DropReason.Fallback]);
        run.Faults.Heal();
        run.Pipeline.Numbered(3);
        run.Run(TimeSpan.FromMinutes(2));

        Assert.Equal(
            "**3** alerts did not reach this channel:\n"
                + "- **2** × ScenarioAlerts.Numbered: the webhook failed, <t:1767225600:T> to <t:1767225660:T>; in the "
                + "file alerts.jsonl\n"
                + "- **1** × ScenarioAlerts.WorkerStopped: the webhook failed, <t:1767225660:T>; in the file "
                + "alerts.jsonl",
            Assert.Single(run.Notes));
        Assert.Equal(1, run.Shown);
        Assert.DoesNotContain(_folder, run.Notes[0], StringComparison.Ordinal);
        var ledger = run.Pipeline.Ledger;
        Assert.Equal((4, 1, 3), (ledger.Accepted, ledger.Delivered, ledger.Dropped));
        run.Pipeline.AssertSettled();
    }

    [Fact]
    public async Task ARecoveryIsToldThoughNoAlertIsRaisedAfterIt()
    {
        await using var run = new VirtualRun((options, _) => options.Retry.GiveUpAfter = s_minute);
        run.Faults.Break(run.Error, HttpStatusCode.BadGateway);
        run.Pipeline.Numbered(1);
        run.Run(TimeSpan.FromMinutes(30));
        run.Faults.Heal();

        Assert.True(run.RunUntil(() => run.Notes.Count == 1, TimeSpan.FromMinutes(2)));
        Assert.Equal(RouteState.Ready, run.Pipeline.Health.Routes["error"].State);
    }

    [Fact]
    public async Task WhatAFullQueueDroppedIsToldAndNothingTwiceAndOnceAMinuteAtMost()
    {
        await using var run = new VirtualRun((options, _) => options.MaxQueuedBytes = 64 * 1024);
        for (var i = 0; i < 3; i++)
        {
            for (var number = 0; number < 1000; number++)
            {
                run.Pipeline.Numbered((i * 1000) + number);
            }

            run.Run(TimeSpan.FromSeconds(40));
        }

        run.Run(TimeSpan.FromMinutes(5));

        var dropped = run.Pipeline.Ledger.DroppedBy[DropReason.QueueFull];
        var told = run.Notes
            .Select(note => long.Parse(note.Split("**")[1].Replace(",", "", StringComparison.Ordinal)))
            .ToList();
        Assert.Equal(dropped, told.Sum());
        Assert.InRange(told.Count, 2, 3);
        Assert.All(
            run.Notes, note => Assert.Contains(Numbered + "too many waited, <t:", note, StringComparison.Ordinal));
        var times = run.Discord.Messages
            .Where(message => VirtualRun.IsNote(message.Embeds[0]))
            .Select(message => message.CreatedAt);
        Assert.All(times.Zip(times.Skip(1)), pair => Assert.True(pair.Second - pair.First >= s_minute));
        run.Pipeline.AssertSettled();
    }

    [Fact]
    public async Task WhenTheMessageItselfFailsItIsKeptAndToldLater()
    {
        await using var run = new VirtualRun((options, _) => options.Retry.MaxAttempts = 0);
        run.Faults.ThenAnswer(HttpStatusCode.BadRequest)
            .ThenAnswer(HttpStatusCode.BadGateway)
            .ThenHang()
            .ThenAnswer(HttpStatusCode.TooManyRequests, """{"retry_after":1}""");
        run.Pipeline.Numbered(1);
        run.Run(TimeSpan.FromMinutes(5));

        Assert.Equal(5, run.Faults.Posted.Count);
        Assert.Contains("**1** " + Numbered + "Discord refused it", Assert.Single(run.Notes), StringComparison.Ordinal);
        run.Pipeline.AssertSettled();
    }

    [Fact]
    public async Task OneThatIsRefusedIsNotPostedForEver()
    {
        await using var run = new VirtualRun();
        run.Faults.Break(run.Error, HttpStatusCode.BadRequest);
        run.Pipeline.Numbered(1);
        run.Run(TimeSpan.FromHours(1));

        Assert.Equal(2, run.Faults.Posted.Count);
    }

    [Fact]
    public async Task AnUnansweredAlertIsToldAsOneThatMayBeThere()
    {
        await using var run = new VirtualRun();
        run.Faults.ThenHang();
        run.Pipeline.Numbered(1);
        run.Run(TimeSpan.FromMinutes(2));

        Assert.Contains(
            Numbered + "no answer came in time, so it may be here or not",
            Assert.Single(run.Notes),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task RefusedCallsWhoseMessageWasLostAreTold()
    {
        await using var run = new VirtualRun();
        run.Pipeline.Limited(1);
        run.Pipeline.Limited(2);
        run.Pipeline.Limited(3);
        run.Run(TimeSpan.FromSeconds(5));
        for (var i = 0; i < 7; i++)
        {
            run.Pipeline.Limited(4);
        }

        run.Run(s_minute);
        run.Faults.ThenAnswer(HttpStatusCode.BadRequest);
        run.Pipeline.Limited(5);
        run.Run(s_minute);

        Assert.Contains(
            "**1** × ScenarioAlerts.Limited (and **7** refused calls): Discord refused it",
            Assert.Single(run.Notes),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFlushTellsWhatItLost()
    {
        await using var run = new VirtualRun();
        run.Faults.ThenAnswer(HttpStatusCode.BadRequest);
        run.Pipeline.Numbered(1);

        Assert.True(run.Flush(TimeSpan.FromSeconds(2)));
        Assert.Single(run.Notes);
    }

    [Fact]
    public async Task WithoutEmbedsItIsPlainContent()
    {
        await using var run = new VirtualRun((options, _) => options.UseEmbeds = false);
        run.Faults.ThenAnswer(HttpStatusCode.BadRequest);
        run.Pipeline.Numbered(1);
        run.Run(s_minute);

        var content = Assert.Single(run.Discord.Messages).Content!;
        Assert.StartsWith("**Alerts missed here**", content, StringComparison.Ordinal);
        Assert.Contains(Numbered, content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AlertsThatWaitGoBeforeItForTenSeconds()
    {
        await using var run = new VirtualRun();
        run.Faults.ThenAnswer(HttpStatusCode.BadRequest);
        run.Pipeline.Numbered(1);
        run.Run(TimeSpan.FromSeconds(5.05));

        // It is due while this one is gathered.
        run.Pipeline.Numbered(2);
        run.Run(s_minute);

        Assert.Equal("Number 2", run.Discord.Messages[0].Embeds[0].Description);
        Assert.Single(run.Notes);
    }

    [Fact]
    public async Task AWebhookThatFailsIsTriedWithAnAlertFirst()
    {
        await using var run = new VirtualRun((options, _) =>
        {
            options.Retry.MaxAttempts = 0;
            options.Breaker.Failures = 100;
        });
        run.Faults.ThenAnswer(HttpStatusCode.BadRequest).ThenAnswer(HttpStatusCode.BadGateway);
        run.Pipeline.Numbered(1);
        run.Run(TimeSpan.FromSeconds(4));
        run.Pipeline.Numbered(2);
        run.Run(TimeSpan.FromMinutes(3));

        // By then both have waited longer than one gives way to the other.
        Assert.Equal("Number 2", run.Discord.Messages[0].Embeds[0].Description);
        Assert.Single(run.Notes);
    }

    [Fact]
    public async Task ACriticalGoesBeforeIt()
    {
        await using var run = new VirtualRun(roundTrip: TimeSpan.FromSeconds(1));
        run.Faults.ThenAnswer(HttpStatusCode.BadRequest);
        run.Pipeline.Numbered(1);
        run.Run(TimeSpan.FromSeconds(5.2));
        Assert.Empty(run.Notes);
        run.Pipeline.DatabaseDown("db-1");
        run.Run(s_minute);

        Assert.Equal("Database db-1 does not answer", run.Discord.Messages[0].Embeds[0].Description);
        Assert.Single(run.Notes);
    }
}
