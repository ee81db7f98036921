using System.Net;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Scenarios;

/// <summary>What a lane does when Discord, or the way to it, fails.</summary>
public sealed class FailureTests
{
    [Theory]
    [InlineData("Retry-After", "7.5", "{}", 7.5)]
    [InlineData("X-None", "0", """{"retry_after":3.25,"global":false}""", 3.25)]
    public async Task WhenDiscordAnswers429TheBatchIsSentOnceAfterRetryAfter(
        string header, string value, string body, double seconds)
    {
        await using var run = new VirtualRun();
        run.Faults.ThenAnswer(HttpStatusCode.TooManyRequests, body, (header, value));
        var start = run.Time.GetUtcNow();
        run.Pipeline.Numbered(1);

        Assert.True(run.RunUntil(() => run.Shown == 1, TimeSpan.FromMinutes(1)));

        // 100 ms were spent on gathering before the first try.
        Assert.Equal(seconds + 0.1, (run.Time.GetUtcNow() - start).TotalSeconds, tolerance: 0.001);
        Assert.Equal(2, run.Faults.Posted.Count);
        Assert.Equal(1, run.Pipeline.Ledger.Delivered);
    }

    [Fact]
    public async Task A429WithoutRetryAfterIsNotKnockedAtForMinutes()
    {
        await using var run = new VirtualRun();
        run.Faults.ThenAnswer(HttpStatusCode.TooManyRequests, "<html>banned</html>");
        run.Pipeline.Numbered(1);

        Assert.False(run.RunUntil(() => run.Faults.Posted.Count > 1, TimeSpan.FromSeconds(100)));
        Assert.True(run.RunUntil(() => run.Shown == 1, TimeSpan.FromMinutes(5)));
    }

    [Fact]
    public async Task FailuresThatPassAreRetriedWithGrowingPausesUntilTheAlertIsThere()
    {
        await using var run = new VirtualRun();
        run.Faults.ThenAnswer(HttpStatusCode.InternalServerError)
            .ThenFail(HttpRequestError.ConnectionError)
            .ThenAnswer(HttpStatusCode.BadGateway)
            .ThenFail(HttpRequestError.NameResolutionError)
            .ThenPass();
        run.Pipeline.Numbered(1);

        Assert.True(run.RunUntil(() => run.Shown == 1, TimeSpan.FromMinutes(2)));

        Assert.Equal(5, run.Faults.Posted.Count);
        Assert.Equal("raised=1 refused=0 accepted=1 delivered=1 coalesced=0 dropped=0 spooled=0 pending=0", run.Pipeline.Ledger.ToString());
    }

    [Fact]
    public async Task AfterTheLastRetryTheAlertIsDroppedAndTheNextOneIsSent()
    {
        await using var run = new VirtualRun();
        for (var i = 0; i < 6; i++)
        {
            run.Faults.ThenAnswer(HttpStatusCode.ServiceUnavailable);
        }

        run.Pipeline.Numbered(1);
        Assert.True(run.RunUntil(() => run.Pipeline.Ledger.Dropped == 1, TimeSpan.FromMinutes(5)));
        run.Pipeline.Numbered(2);
        Assert.True(run.RunUntil(() => run.Shown == 1, TimeSpan.FromMinutes(1)));

        Assert.Equal(1, run.Pipeline.Ledger.DroppedBy[DropReason.Undeliverable]);
        Assert.Equal(7, run.Faults.Posted.Count);
    }

    [Fact]
    public async Task OneRefusedAlertDoesNotTakeItsBatchAlong()
    {
        await using var run = new VirtualRun();
        run.Faults.ThenAnswer(HttpStatusCode.BadRequest, """{"code":50035,"message":"Invalid Form Body"}""") // all five
            .ThenPass()
            .ThenPass()
            .ThenAnswer(HttpStatusCode.BadRequest, """{"code":50035}"""); // the third, alone
        for (var i = 0; i < 5; i++)
        {
            run.Pipeline.Numbered(i);
        }

        Assert.True(run.Flush(TimeSpan.FromMinutes(1)));

        Assert.Equal(4, run.Shown);
        Assert.Equal(1, run.Pipeline.Ledger.DroppedBy[DropReason.Rejected]);
        Assert.DoesNotContain(run.Discord.Messages, message => message.Embeds[0].Description == "Number 2");
    }

    [Fact]
    public async Task AWebhookThatIsGoneIsToldOnceAndItsAlertsAreDroppedInTheLedger()
    {
        var log = new FakeLogCollector();
        await using var run = new VirtualRun((options, _) => options.LoggerFactory = Factory(log));
        run.Settle();
        run.Discord.RemoveWebhook(run.Error);
        run.Pipeline.Numbered(1);
        run.Flush(TimeSpan.FromMinutes(1));
        run.Pipeline.Numbered(2);
        Assert.True(run.Flush(TimeSpan.FromMinutes(1)));

        Assert.Equal(2, run.Pipeline.Ledger.DroppedBy[DropReason.NoRoute]);
        Assert.Single(run.Faults.Posted);
        var line = Assert.Single(log.GetSnapshot(), entry => entry.Level == LogLevel.Error);
        Assert.Contains($"discord:{run.Error.Id}/***", line.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(run.Error.Token, line.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenNoAnswerComesALesserAlertIsNotRepeatedAndACriticalIs()
    {
        await using var run = new VirtualRun();
        run.Faults.ThenHang();
        run.Pipeline.Numbered(1);
        Assert.True(run.RunUntil(() => run.Pipeline.Ledger.DroppedBy[DropReason.Unconfirmed] == 1, TimeSpan.FromMinutes(1)));

        run.Faults.ThenHang();
        run.Pipeline.DatabaseDown("db-1");
        Assert.True(run.RunUntil(() => run.Shown == 1, TimeSpan.FromMinutes(1)));
    }

    private static ILoggerFactory Factory(FakeLogCollector log)
        => LoggerFactory.Create(builder => builder.AddProvider(new FakeLoggerProvider(log)));
}
