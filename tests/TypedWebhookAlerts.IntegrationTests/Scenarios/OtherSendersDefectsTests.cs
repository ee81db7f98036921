using System.Net;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using TypedWebhookAlerts.Testing;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Scenarios;

/// <summary>The defects that senders to webhooks are known for, each by its name: none of them is here. What is lost at
/// the exit of a process is shown by a child, in <see cref="Ending.ExitTests"/>.</summary>
public sealed class OtherSendersDefectsTests
{
    private static readonly TimeSpan s_minute = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task EventsAreNotPostedOneByOneAndNoneBlocksItsCaller()
    {
        await using var run = new VirtualRun();
        run.Faults.ThenHang();
        run.Pipeline.Numbered(0);
        run.Run(TimeSpan.FromSeconds(1));

        // A request is under way that is not answered, and virtual time stands still: these calls return all the same.
        for (var number = 1; number <= 20; number++)
        {
            Assert.True(run.Pipeline.Numbered(number));
        }

        Assert.True(run.RunUntil(() => run.Shown == 20, s_minute));
        Assert.Equal(3, run.Faults.Posted.Count);
    }

    [Fact]
    public async Task WhatFailedIsNotPostedAgainFromTheCatchBlock()
    {
        await using var run = new VirtualRun();
        run.Faults.ThenFail(HttpRequestError.ConnectionError);
        run.Pipeline.Numbered(1);
        Assert.True(run.RunUntil(() => run.Faults.Posted.Count == 1, s_minute));

        // As long as no time passes there is no second one.
        run.Settle();
        Assert.Single(run.Faults.Posted);
        Assert.True(run.RunUntil(() => run.Shown == 1, s_minute));
        Assert.Equal(2, run.Faults.Posted.Count);
    }

    [Fact]
    public async Task ThereIsAQueueAndItHasABound()
    {
        await using var run = new VirtualRun((options, _) => options.MaxQueuedBytes = 64 * 1024);
        run.Faults.Break(run.Error, HttpStatusCode.InternalServerError);
        for (var number = 0; number < 5000; number++)
        {
            run.Pipeline.Numbered(number);
        }

        run.Settle();

        var ledger = run.Pipeline.Ledger;
        Assert.InRange(ledger.Pending, 100, 1000);
        Assert.Equal(ledger.Accepted - ledger.Pending, ledger.DroppedBy[DropReason.QueueFull]);
    }

    [Fact]
    public async Task ThereIsOneClientForAllMessagesAndTheirLimits()
    {
        var clients = 0;
        await using var run = new VirtualRun((options, discord) =>
        {
            options.Route("info", discord.AddWebhook("info").Url);
            options.HttpMessageHandler = () =>
            {
                clients++;
                return discord.CreateHandler();
            };
        });
        for (var number = 0; number < 200; number++)
        {
            run.Pipeline.Numbered(number);
            run.Pipeline.DatabaseDown($"db-{number}");
        }

        Assert.True(run.RunUntil(() => run.Shown == 600, TimeSpan.FromMinutes(5)));
        Assert.Equal(1, clients);
        Assert.DoesNotContain(run.Discord.Requests, request => request.StatusCode == 429);
    }

    [Fact]
    public async Task ABatchOfAHundredIsNotOneRequest()
    {
        await using var run = new VirtualRun();
        for (var number = 0; number < 100; number++)
        {
            run.Pipeline.Numbered(number);
        }

        Assert.True(run.RunUntil(() => run.Shown == 100, s_minute));
        Assert.All(run.Discord.Messages, message => Assert.InRange(message.Embeds.Count, 1, 10));
        Assert.All(run.Discord.Requests, request => Assert.Equal(200, request.StatusCode));
    }

    [Fact]
    public async Task NoAlertIsTakenFromTheQueueBeforeItIsKnownToFit()
    {
        await using var run = new VirtualRun();
        var said = Enumerable.Range(0, 130).Select(i => $"{i} " + new string('x', i * 37 % 1500)).ToList();
        said.ForEach(text => run.Pipeline.WorkerStopped(text));

        Assert.True(run.Flush(TimeSpan.FromMinutes(5)));
        Assert.Equal(
            said.Select(text => $"Worker {text} stopped"),
            run.Discord.Messages.SelectMany(message => message.Embeds).Select(embed => embed.Description));
    }

    [Theory]
    [InlineData(400, 50006)]
    [InlineData(401, 50027)]
    [InlineData(413, 40005)]
    public async Task NeitherA400NorA401IsTriedAgain(int status, int code)
    {
        await using var run = new VirtualRun();
        run.Faults.ThenAnswer((HttpStatusCode)status, $$"""{"code":{{code}}}""");
        run.Pipeline.Numbered(1);
        run.Run(TimeSpan.FromMinutes(20));

        Assert.Single(run.Faults.Posted, body => body.Contains("Number 1", StringComparison.Ordinal));
        Assert.Equal(1, run.Pipeline.Ledger.Dropped);
    }

    [Theory]
    [InlineData("2.75", "{}")]
    [InlineData("3", """{"retry_after":2.75}""")]
    public async Task RetryAfterIsHeededAndSoIsItsFraction(string header, string body)
    {
        await using var run = new VirtualRun();
        run.Faults.ThenAnswer(
            HttpStatusCode.TooManyRequests, body, ("Retry-After", header), ("X-RateLimit-Scope", "user"));
        run.Pipeline.Numbered(1);

        Assert.True(run.RunUntil(() => run.Shown == 1, s_minute));
        var posts = run.Faults.Requests.Where(request => request.Method == HttpMethod.Post).ToList();
        Assert.Equal(2, posts.Count);
        Assert.Equal(TimeSpan.FromSeconds(2.75), posts[1].At - posts[0].At);
    }

    [Fact]
    public async Task A429WithoutRetryAfterIsNotTriedAgainAtOnce()
    {
        await using var run = new VirtualRun();
        run.Faults.ThenAnswer(HttpStatusCode.TooManyRequests);
        run.Pipeline.Numbered(1);
        run.Run(TimeSpan.FromSeconds(110));

        Assert.Single(run.Faults.Posted);
        Assert.True(run.RunUntil(() => run.Shown == 1, s_minute));
    }

    [Fact]
    public async Task AnAnswerWithoutHeadersIsNotTakenForOneWithoutLimits()
    {
        await using var run = new VirtualRun((options, discord)
            => options.HttpMessageHandler = () => new HeaderlessDiscord(discord.CreateHandler()));
        for (var number = 0; number < 400; number++)
        {
            run.Pipeline.Numbered(number);
        }

        Assert.True(run.RunUntil(() => run.Shown == 400, TimeSpan.FromMinutes(5)));
        Assert.All(run.Discord.Requests, request => Assert.Equal(200, request.StatusCode));
    }

    [Fact]
    public async Task APoisonedBatchBlocksNothingThatFollows()
    {
        await using var run = new VirtualRun();
        run.Faults.Outage = (_, body) => body.Contains("Number 4", StringComparison.Ordinal)
            ? new HttpResponseMessage(HttpStatusCode.BadRequest) { Content = new StringContent("{}") }
            : null;
        for (var number = 0; number < 30; number++)
        {
            run.Pipeline.Numbered(number);
        }

        Assert.True(run.RunUntil(() => run.Shown == 29, s_minute));
        Assert.Equal(1, run.Pipeline.Ledger.DroppedBy[DropReason.Rejected]);
    }

    [Fact]
    public async Task SixThousandInTotalAreNotExceededThoughEachFieldKeepsItsOwnLimit()
    {
        await using var run = new VirtualRun();
        var text = new string('x', 1024);
        for (var i = 0; i < 5; i++)
        {
            run.Pipeline.Crowded(text, text, text, text, text, text, text);
        }

        Assert.True(run.Flush(TimeSpan.FromMinutes(5)));
        Assert.Equal(5, run.Shown);
        Assert.All(run.Discord.Messages, message => Assert.InRange(Count(message), 5000, 6000));
        Assert.All(run.Discord.Requests, request => Assert.Equal(200, request.StatusCode));
    }

    [Fact]
    public async Task LengthsAreNotCountedInUtf16Units()
    {
        await using var run = new VirtualRun();
        var worker = string.Concat(Enumerable.Repeat("😀", 1900));
        run.Pipeline.WorkerStopped(worker);

        Assert.True(run.RunUntil(() => run.Shown == 1, s_minute));
        Assert.Equal($"Worker {worker} stopped", run.Discord.Messages[0].Embeds[0].Description);
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    public async Task NoSurrogatePairIsCutInTwo(string before)
    {
        await using var run = new VirtualRun();
        run.Pipeline.WorkerStopped(before + string.Concat(Enumerable.Repeat("😀", 5000)));

        Assert.True(run.RunUntil(() => run.Shown == 1, s_minute));
        var description = run.Discord.Messages[0].Embeds[0].Description!;
        Assert.StartsWith("Worker " + before + "😀", description, StringComparison.Ordinal);
        Assert.EndsWith("😀…", description, StringComparison.Ordinal);
        Assert.DoesNotContain('\uFFFD', description);
    }

    [Fact]
    public async Task WhatWaitsIsNotLostWhenItAllEnds()
    {
        await using var run = new VirtualRun();
        run.Settle();
        run.Pipeline.Numbered(1);
        await run.Pipeline.DisposeAsync();

        Assert.Equal(1, run.Shown);
    }

    [Fact]
    public async Task ItsOwnLogEntriesSentAsAlertsDoNotGoOnForEver()
    {
        AlertPipeline? pipeline = null;
        await using var run = new VirtualRun(
            (options, _) => options.LoggerFactory = new HostileLogger((_, _) => pipeline?.NeverFolded(1)));
        pipeline = run.Pipeline;
        run.Pipeline.Numbered(1);
        run.Run(s_minute);
        Assert.Equal(1, run.Shown);

        // Each refusal is a log entry, and so an alert more; what is delivered is none.
        run.Faults.ThenAnswer(HttpStatusCode.TooManyRequests, "{}", ("Retry-After", "1"))
            .ThenAnswer(HttpStatusCode.BadGateway)
            .ThenAnswer(HttpStatusCode.BadRequest);
        run.Pipeline.Numbered(2);
        run.Run(TimeSpan.FromHours(1));

        Assert.InRange(run.Faults.Posted.Count, 4, 12);
        run.Pipeline.AssertSettled();
    }

    [Fact]
    public async Task NoLogLineHoldsTheToken()
    {
        var log = new FakeLogCollector();
        await using var run = new VirtualRun((options, _) => options.LoggerFactory = Factory(log));
        run.Faults.ThenAnswer(HttpStatusCode.TooManyRequests, "{}", ("Retry-After", "1"))
            .ThenFail(HttpRequestError.ConnectionError)
            .ThenFail(HttpRequestError.ResponseEnded)
            .ThenAnswer(HttpStatusCode.BadGateway)
            .ThenHang()
            .ThenAnswer(HttpStatusCode.BadRequest)
            .ThenAnswer(HttpStatusCode.TooManyRequests, "<html>banned</html>")
            .ThenAnswer(HttpStatusCode.NotFound, """{"code":10015}""");
        for (var number = 0; number < 12; number++)
        {
            run.Pipeline.Numbered(number);
            run.Run(s_minute);
        }

        Assert.InRange(log.GetSnapshot().Count, 6, 30);
        Assert.All(log.GetSnapshot(), entry =>
        {
            var said = $"{entry.Message} {entry.Exception} {string.Join(' ', entry.StructuredState!)}";
            Assert.DoesNotContain(run.Error.Token, said, StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task EveryoneIsNotCalledByTheTextOfAUser(bool useEmbeds)
    {
        await using var run = new VirtualRun((options, _) => options.UseEmbeds = useEmbeds);
        run.Pipeline.WorkerStopped("@everyone @here <@80351110224678912> <@&165511591545143296>");

        Assert.True(run.Flush(s_minute));
        var message = Assert.Single(run.Discord.Messages);
        Assert.Empty(message.Mentions);
        Assert.DoesNotContain("@everyone", message.Content ?? "", StringComparison.Ordinal);
        Assert.Contains("""
            "allowed_mentions":{"parse":[]
            """, run.Faults.Posted[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task AForumIsNotRefused()
    {
        SimulatedWebhook? forum = null;
        await using var run = new VirtualRun((options, discord) =>
        {
            forum = discord.AddWebhook("forum", isForum: true);
            options.Route("error", forum.Url);
            options.Routes["error"].ThreadName = "Alerts";
        });
        run.Pipeline.Numbered(1);

        Assert.True(run.Flush(s_minute));
        Assert.Equal(["Alerts"], forum!.Threads.Select(thread => thread.Name));
        Assert.Equal(1, run.Pipeline.Ledger.Delivered);
    }

    [Fact]
    public async Task AStormDoesNotGoOnKnockingDuringABan()
    {
        await using var run = new VirtualRun(
            (options, discord) => options.Route("info", discord.AddWebhook("info").Url));
        run.Settle();
        run.Faults.Outage = (_, _)
            => new HttpResponseMessage(HttpStatusCode.TooManyRequests)
            {
                Content = new StringContent("<html>banned</html>"),
            };
        run.Pipeline.Numbered(-1);
        run.Run(TimeSpan.FromSeconds(1));
        for (var second = 0; second < 600; second++)
        {
            run.Pipeline.DatabaseDown($"db-{second}");
            run.Pipeline.Numbered(second);
            run.Run(TimeSpan.FromSeconds(1));
        }

        // After two minutes, and after four more: by one of the routes each time.
        Assert.Equal(3, run.Faults.Posted.Count);
        Assert.Equal(RouteState.Banned, run.Pipeline.Health.Routes["error"].State);
        Assert.Equal(0, run.Pipeline.Ledger.Dropped);
    }

    private static ILoggerFactory Factory(FakeLogCollector log)
        => LoggerFactory.Create(logging => logging.AddProvider(new FakeLoggerProvider(log)));

    private static int Count(SimulatedMessage message)
        => message.Embeds.Sum(embed => Runes(embed.Title) + Runes(embed.Description) + Runes(embed.Footer)
            + embed.Fields.Sum(field => Runes(field.Name) + Runes(field.Value)));

    private static int Runes(string? text) => text?.EnumerateRunes().Count() ?? 0;
}
