using System.Net;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Scenarios;

/// <summary>How long a lane waits when a server answers oddly, and for whom it does not.</summary>
public sealed class PatienceTests
{
    [Fact]
    public async Task AServerThatAsksForNoWaitAtAllIsNotKnockedAtWithoutEnd()
    {
        await using var run = new VirtualRun();
        for (var i = 0; i < 5000; i++)
        {
            run.Faults.ThenAnswer(HttpStatusCode.TooManyRequests, "{}", ("Retry-After", "0"));
        }

        run.Pipeline.Numbered(1);
        run.Run(TimeSpan.FromMinutes(10));

        Assert.InRange(run.Faults.Posted.Count, 2, 30);
        run.Faults.Heal();
        Assert.True(run.RunUntil(() => run.Shown == 1, TimeSpan.FromMinutes(2)));
    }

    [Theory]
    [InlineData("1000000000000")]
    [InlineData("99999999")]
    public async Task ABucketThatIsNeverFullAgainSilencesALaneForAnHourAtMost(string resetAfter)
    {
        await using var run = new VirtualRun();
        run.Faults.ThenAnswer(
            HttpStatusCode.OK,
            "{}",
            ("X-RateLimit-Bucket", "a"),
            ("X-RateLimit-Remaining", "0"),
            ("X-RateLimit-Reset-After", resetAfter));
        run.Pipeline.Numbered(1);
        run.Run(TimeSpan.FromSeconds(1));
        run.Pipeline.Numbered(2);

        Assert.True(run.RunUntil(() => run.Shown == 1, TimeSpan.FromMinutes(61)));
    }

    [Fact]
    public async Task ACriticalOvertakesAnAlertThatIsTriedAgain()
    {
        await using var run = new VirtualRun();
        run.Faults.ThenAnswer(HttpStatusCode.BadGateway)
            .ThenAnswer(HttpStatusCode.BadGateway)
            .ThenPass()
            .ThenAnswer(HttpStatusCode.BadGateway);
        run.Pipeline.Numbered(1);
        run.RunUntil(() => run.Faults.Posted.Count == 2, TimeSpan.FromMinutes(1));
        run.Pipeline.DatabaseDown("db-1");
        run.RunUntil(() => run.Shown > 0, TimeSpan.FromMinutes(1));

        Assert.Equal("Database db-1 does not answer", run.Discord.Messages[0].Embeds[0].Description);
        Assert.True(run.RunUntil(() => run.Shown == 2, TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public async Task ACriticalDoesNotWaitForTheQuestionWhichChannelItGoesTo()
    {
        var methods = new List<HttpMethod>();
        await using var run = new VirtualRun((options, discord) =>
        {
            var discordHandler = discord.CreateHandler();
            options.HttpMessageHandler = () => new WithoutGet(discordHandler, methods);
        });
        run.Run(TimeSpan.FromMinutes(2));
        run.Pipeline.DatabaseDown("db-1");
        run.Run(TimeSpan.FromSeconds(1));

        Assert.Equal([HttpMethod.Get, HttpMethod.Post, HttpMethod.Get], methods);
    }

    [Fact]
    public async Task AnEditOwedToAFlushDoesNotWaitForAlertsRaisedAfterIt()
    {
        await using var run = new VirtualRun();
        run.Pipeline.WorkerStopped("w1");
        run.Run(TimeSpan.FromSeconds(1));
        run.Pipeline.WorkerStopped("w1");
        run.Faults.On(HttpMethod.Patch).ThenAnswer(HttpStatusCode.BadGateway);
        var flush = run.Pipeline.FlushAsync(Timeout.InfiniteTimeSpan, TestContext.Current.CancellationToken);
        run.Settle();
        for (var i = 0; i < 2000; i++)
        {
            run.Pipeline.Numbered(i);
        }

        Assert.True(run.RunUntil(() => flush.IsCompleted, TimeSpan.FromMinutes(1)));
        Assert.True(run.Pipeline.Ledger.Pending > 1000);
    }

    private sealed class WithoutGet(HttpMessageHandler inner, List<HttpMethod> methods) : DelegatingHandler(inner)
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            methods.Add(request.Method);
            return request.Method == HttpMethod.Get
                ? Task.FromResult(new HttpResponseMessage(HttpStatusCode.BadGateway))
                : base.SendAsync(request, cancellationToken);
        }
    }
}
