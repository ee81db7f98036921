using System.Net;
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
        Assert.Equal(
            "raised=1 refused=0 accepted=1 delivered=1 coalesced=0 dropped=0 spooled=0 pending=0",
            run.Pipeline.Ledger.ToString());
    }

    [Fact]
    public async Task WhenNoAnswerComesALesserAlertIsNotRepeatedAndACriticalIs()
    {
        await using var run = new VirtualRun();
        run.Faults.ThenHang();
        run.Pipeline.Numbered(1);
        Assert.True(
            run.RunUntil(() => run.Pipeline.Ledger.DroppedBy[DropReason.Unconfirmed] == 1, TimeSpan.FromMinutes(1)));

        run.Faults.ThenHang();
        run.Pipeline.DatabaseDown("db-1");
        Assert.True(run.RunUntil(() => run.Shown == 1, TimeSpan.FromMinutes(1)));
    }

}
