using System.Net;
using TypedWebhookAlerts.Testing;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Simulator;

/// <summary>Every fault, in memory and over loopback HTTP, in virtual time.</summary>
public sealed class FaultTests : IAsyncDisposable
{
    private const string Hello = """{"content": "hello"}""";

    private readonly VirtualTime _time = new();
    private readonly DiscordSimulator _discord;
    private readonly SimulatedWebhook _webhook;
    private Caller? _caller;

    public FaultTests()
    {
        _discord = new DiscordSimulator(new() { TimeProvider = _time });
        _webhook = _discord.AddWebhook();
    }

    public static TheoryData<bool> Transports => [false, true];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private FaultPlan Faults => _discord.Faults;

    public async ValueTask DisposeAsync()
    {
        _caller?.Dispose();
        await _discord.DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(Transports))]
    public async Task ARateLimitNamesItsScopeAndItsWaitInHeadersAndBody(bool listens)
    {
        var caller = await Open(listens);
        foreach (var scope in Enum.GetValues<RateLimitScope>())
        {
            Faults.Next().AnswerWith(Fault.RateLimited(scope, TimeSpan.FromSeconds(7.5)));
            var answer = await caller.Post(_webhook, Hello);

            var name = scope.ToString().ToLowerInvariant();
            Assert.Equal((429, "8"), (answer.Status, answer.Headers["Retry-After"]));
            Assert.Equal(name, answer.Headers["X-RateLimit-Scope"]);
            Assert.Equal(7.5, answer.Json.GetProperty("retry_after").GetDouble());
            Assert.Equal(scope == RateLimitScope.Global, answer.Json.GetProperty("global").GetBoolean());
            Assert.Equal(scope == RateLimitScope.Global, answer.Headers.ContainsKey("X-RateLimit-Global"));
            Assert.Equal(scope != RateLimitScope.Global, answer.Headers.ContainsKey("X-RateLimit-Bucket"));
            Assert.Equal(name, _discord.Requests[^1].RateLimitScope);
        }

        Assert.Empty(_discord.Messages);
    }

    [Theory]
    [MemberData(nameof(Transports))]
    public async Task ARateLimitMayNameNoWaitAtAll(bool listens)
    {
        var caller = await Open(listens);
        Faults.Next().AnswerWith(Fault.RateLimited(RateLimitScope.User, retryAfter: null));

        var answer = await caller.Post(_webhook, Hello);

        Assert.Equal(429, answer.Status);
        Assert.False(answer.Headers.ContainsKey("Retry-After"));
        Assert.False(answer.Headers.ContainsKey("X-RateLimit-Reset-After"));
        Assert.False(answer.Json.TryGetProperty("retry_after", out _));
    }

    [Theory]
    [MemberData(nameof(Transports))]
    public async Task ABanIsAPageOfHtmlWithoutARateLimitHeader(bool listens)
    {
        var caller = await Open(listens);
        Faults.Next().AnswerWith(Fault.Banned);

        var answer = await caller.Post(_webhook, Hello);

        Assert.Equal(429, answer.Status);
        Assert.StartsWith("<!doctype html>", answer.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(
            answer.Headers.Keys, name => name.StartsWith("X-RateLimit", StringComparison.OrdinalIgnoreCase));
        Assert.False(answer.Headers.ContainsKey("Retry-After"));
    }

    [Theory]
    [MemberData(nameof(Transports))]
    public async Task TheRouteMayBeDeadInEachOfItsWays(bool listens)
    {
        var caller = await Open(listens);
        Faults.Next().AnswerWith(Fault.WebhookDeleted)
            .Next().AnswerWith(Fault.TokenRevoked)
            .Next().AnswerWith(Fault.MissingPermissions)
            .Next().AnswerWith(Fault.MessageDeleted)
            .Next().AnswerWith(Fault.Unavailable)
            .Next().AnswerWith(Fault.Status(HttpStatusCode.BadGateway, "<html>", ("Retry-After", "3")));

        var answers = new List<(int, string)>();
        for (var i = 0; i < 6; i++)
        {
            var answer = await caller.Post(_webhook, Hello);
            answers.Add((answer.Status, answer.Body.StartsWith('{') ? $"{answer.Code}" : answer.Body));
        }

        Assert.Equal(
            [(404, "10015"), (401, "50027"), (403, "50013"), (404, "10008"), (503, ""), (502, "<html>")], answers);
        Assert.Equal([10015, 50027, 50013, 10008, null, null], _discord.Requests.Select(request => request.ErrorCode));
        Assert.Empty(_discord.Messages);
        Assert.Equal(200, (await caller.Post(_webhook, Hello)).Status);
    }

    [Theory]
    [MemberData(nameof(Transports))]
    public async Task ARequestThatHangsEndsWhenItsSenderGivesUp(bool listens)
    {
        await Open(listens);
        Faults.Next().AnswerWith(Fault.Hang).Next().AnswerWith(Fault.HangAfterStoring);
        foreach (var stored in (bool[])[false, true])
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10), _time);
            using var client = Client(listens);
            var answer = client.PostAsync(_webhook.Url + "?wait=true", Body(), patience.Token);
            await Until(() => _discord.SleepingRequests == 1);
            Assert.False(answer.IsCompleted);

            _time.Advance(TimeSpan.FromSeconds(10));

            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => answer);
            await Until(() => _discord.SleepingRequests == 0);
            Assert.Equal(stored, _discord.Messages.Count == 1);
            var request = _discord.Requests[^1];
            Assert.Equal(stored ? 200 : 0, request.StatusCode);
            Assert.Equal(stored, request.Stored is not null);
            Assert.Null(request.AnsweredAt);
        }
    }

    [Theory]
    [MemberData(nameof(Transports))]
    public async Task TheSenderCannotTellABreakBeforeItsMessageWasStoredFromOneAfter(bool listens)
    {
        var caller = await Open(listens);
        Faults.Next().AnswerWith(Fault.Reset).Next().AnswerWith(Fault.ResetAfterStoring);

        var before = await Assert.ThrowsAsync<HttpRequestException>(() => caller.Post(_webhook, Hello));
        Assert.Empty(_discord.Messages);
        var after = await Assert.ThrowsAsync<HttpRequestException>(() => caller.Post(_webhook, Hello));
        Assert.Single(_discord.Messages);

        Assert.Equal((before.HttpRequestError, before.Message), (after.HttpRequestError, after.Message));
        Assert.Equal(HttpRequestError.Unknown, before.HttpRequestError);
        Assert.IsType<IOException>(before.InnerException, exactMatch: false);
        Assert.Equal([0, 200], _discord.Requests.Select(request => request.StatusCode));
        Assert.Equal(["reset", "reset after storing"], _discord.Requests.Select(request => request.Fault));
        Assert.All(_discord.Requests, request => Assert.Null(request.AnsweredAt));
    }

    [Theory]
    [MemberData(nameof(Transports))]
    public async Task ASlowBodyIsWholeAfterItsTime(bool listens)
    {
        await Open(listens);
        Faults.Next().AnswerWith(Fault.SlowBody(TimeSpan.FromSeconds(5)));
        using var client = Client(listens);
        using var response = await client.SendAsync(
            Request(), HttpCompletionOption.ResponseHeadersRead, Cancellation);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.NotNull(_discord.Requests[0].AnsweredAt);
        var body = response.Content.ReadAsStringAsync(Cancellation);

        for (var second = 0; second < 5; second++)
        {
            await Until(() => _discord.SleepingRequests == 1);
            Assert.False(body.IsCompleted);
            _time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(_discord.Messages[0].Json, await body);
    }

    [Theory]
    [MemberData(nameof(Transports))]
    public async Task ABodyThatDripsForEverEndsWithItsReader(bool listens)
    {
        await Open(listens);
        Faults.Next().AnswerWith(Fault.SlowBody());
        using var client = Client(listens);
        using var response = await client.SendAsync(
            Request(), HttpCompletionOption.ResponseHeadersRead, Cancellation);
        using var patience = new CancellationTokenSource(TimeSpan.FromHours(1), _time);
        var body = response.Content.ReadAsStringAsync(patience.Token);

        for (var second = 0; second < 3600; second++)
        {
            await Until(() => _discord.SleepingRequests == 1);
            _time.Advance(TimeSpan.FromSeconds(1));
        }

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => body);
        response.Dispose();
        await Until(() => _discord.SleepingRequests == 0);
        Assert.Single(_discord.Messages);
    }

    [Theory]
    [MemberData(nameof(Transports))]
    public async Task ABodyMayHaveNoEndInAnErrorAndInASuccess(bool listens)
    {
        await Open(listens);
        Faults.Next().AnswerWith(Fault.EndlessBody).Next().AnswerWith(Fault.EndlessPage(HttpStatusCode.BadGateway));
        using var client = Client(listens);
        foreach (var status in (HttpStatusCode[])[HttpStatusCode.OK, HttpStatusCode.BadGateway])
        {
            using var response = await client.SendAsync(
                Request(), HttpCompletionOption.ResponseHeadersRead, Cancellation);
            Assert.Equal(status, response.StatusCode);
            using var body = await response.Content.ReadAsStreamAsync(Cancellation);
            await body.ReadExactlyAsync(new byte[2 * 1024 * 1024], Cancellation);
        }

        Assert.Single(_discord.Messages);
    }

    [Theory]
    [MemberData(nameof(Transports))]
    public async Task AnAnswerMayHaveAnotherBodyAndHeadersThatLie(bool listens)
    {
        var caller = await Open(listens);
        Faults.Next().AnswerWith(Fault.Body("[1, 2]"))
            .Next().AnswerWith(Fault.Headers(
                ("X-RateLimit-Remaining", "-5"), ("X-RateLimit-Bucket", null), ("X-New", "yes")));

        var body = await caller.Post(_webhook, Hello);
        var headers = await caller.Post(_webhook, Hello);

        Assert.Equal((200, "[1, 2]"), (body.Status, body.Body));
        Assert.Equal(("-5", "yes"), (headers.Headers["X-RateLimit-Remaining"], headers.Headers["X-New"]));
        Assert.False(headers.Headers.ContainsKey("X-RateLimit-Bucket"));
        Assert.Equal("2.000", headers.Headers["X-RateLimit-Reset-After"]);
        Assert.Equal(2, _discord.Messages.Count);
    }

    [Theory]
    [MemberData(nameof(Transports))]
    public async Task AnOutageEndsByTheClock(bool listens)
    {
        var caller = await Open(listens);
        var start = _time.GetUtcNow();
        Faults.From(start.AddSeconds(10)).Until(start.AddSeconds(20)).AnswerWith(Fault.Unavailable);

        var statuses = new List<int>();
        for (var i = 0; i < 5; i++)
        {
            statuses.Add((await caller.Post(_webhook, Hello)).Status);
            _time.Advance(TimeSpan.FromSeconds(5));
        }

        Assert.Equal([200, 200, 503, 503, 200], statuses);
    }

    [Fact]
    public async Task DisposingEndsABodyThatNobodyReadsToItsEnd()
    {
        await Open(listens: true);
        Faults.AnswerWith(Fault.EndlessBody);
        using var client = Client(listens: true);
        using var response = await client.SendAsync(
            Request(), HttpCompletionOption.ResponseHeadersRead, Cancellation);

        await _discord.DisposeAsync();

        using var body = await response.Content.ReadAsStreamAsync(Cancellation);
        await Assert.ThrowsAnyAsync<IOException>(() => body.CopyToAsync(Stream.Null, Cancellation));
    }

    /// <summary>A task that completes when something is so: what happens in a socket has no clock to advance.</summary>
    private static async Task Until(Func<bool> isSo)
    {
        while (!isSo())
        {
            Cancellation.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    private static StringContent Body() => new(Hello, System.Text.Encoding.UTF8, "application/json");

    private HttpRequestMessage Request() => new(HttpMethod.Post, _webhook.Url + "?wait=true") { Content = Body() };

    private async Task<Caller> Open(bool listens)
    {
        if (listens)
        {
            await _discord.ListenAsync(Cancellation);
        }

        return _caller = new Caller(Handler(listens));
    }

    private HttpMessageHandler Handler(bool listens) => listens ? new SocketsHttpHandler() : _discord.CreateHandler();

    private HttpClient Client(bool listens)
    {
        var client = new HttpClient(Handler(listens)) { Timeout = Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", Caller.UserAgent);
        return client;
    }
}
