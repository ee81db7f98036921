using System.Globalization;
using System.Net;
using System.Text;
using CsCheck;
using TypedWebhookAlerts.Delivery;
using Xunit;

namespace TypedWebhookAlerts.Tests.Delivery;

public sealed class ResponseReaderTests
{
    [Fact]
    public async Task TheMessagesIdIsFoundBehindItsEmbedsAndNotInsideThem()
    {
        var answer = await ReadAsync(
            HttpStatusCode.OK,
            $$"""{"embeds":[{"id":"1","description":"{{new string('x', 20_000)}}"}],"channel_id":"7","id":"99"}""");

        Assert.Equal(ResponseKind.Confirmed, answer.Kind);
        Assert.Equal("99", answer.Id);
        Assert.Equal("7", answer.ChannelId);
    }

    [Fact]
    public async Task ABodyWithoutEndIsCutAndTheMessageStillCounts()
    {
        var answer = await ReadAsync(HttpStatusCode.OK, "{\"id\":\"5\",\"x\":\"" + new string('x', 1_000_000));

        Assert.Equal(ResponseKind.Confirmed, answer.Kind);
        Assert.Equal("5", answer.Id);
    }

    [Theory]
    [InlineData("""{"embeds":["0","3"]}""", "0 3")]
    [InlineData(
        """{"code":50035,"errors":{"content":{"embeds":{"7":{}}},"embeds":{"1":{"fields":{"9":{}}},"4":{}}}}""", "1 4")]
    [InlineData("""{"errors":{"embeds":{"_errors":[],"-1":{},"99999999999":{},"2":{}}}}""", "2")]
    [InlineData("""{"errors":{"embeds":["1"]}}""", "")]
    [InlineData("""{"errors":{"embeds":{"1":{}""", "1")]
    [InlineData("""{"embeds":[{"description":"1"}],"errors":[]}""", "")]
    [InlineData("""{"embeds":"1"}""", "")]
    [InlineData("<html>", "")]
    public async Task TheEmbedsThatARefusalNamesAreRead(string body, string indexes)
    {
        var answer = await ReadAsync(HttpStatusCode.BadRequest, body);

        Assert.Equal(indexes, string.Join(' ', answer.RefusedEmbeds));
    }

    [Fact]
    public async Task NoContentIsConfirmedWithoutAnId()
    {
        var answer = await ReadAsync(HttpStatusCode.NoContent, "");

        Assert.Equal(ResponseKind.Confirmed, answer.Kind);
        Assert.Null(answer.Id);
    }

    [Theory]
    [InlineData("""{"id":"5","\ud800":1}""", "5")]
    [InlineData("""{"channel_id":"\ud800","id":"5"}""", null)]
    public async Task ATextWithHalfASurrogatePairDoesNotUndoAnAnswer(string body, string? id)
    {
        var answer = await ReadAsync(HttpStatusCode.OK, body);

        Assert.Equal(ResponseKind.Confirmed, answer.Kind);
        Assert.Equal(id, answer.Id);
    }

    [Fact]
    public async Task ABodyThatThrowsOrNeverEndsDoesNotUndoAnAnswer()
    {
        using var throwing =
            new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new BadStream(throws: true)) };
        using var hanging =
            new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new BadStream(throws: false)) };
        using var gaveUp = new CancellationTokenSource();
        var answer = ResponseReader.ReadAsync(hanging, gaveUp.Token);
        await gaveUp.CancelAsync();

        Assert.Equal(ResponseKind.Confirmed, (await answer).Kind);
        Assert.Equal(
            ResponseKind.Confirmed,
            (await ResponseReader.ReadAsync(throwing, TestContext.Current.CancellationToken)).Kind);
    }

    [Fact]
    public async Task APageOfTheEdgesThatForbidsDoesNotEndAWebhookForGood()
        => Assert.Equal(
            ResponseKind.Transient, (await ReadAsync(HttpStatusCode.Forbidden, "<html>blocked</html>")).Kind);

    [Theory]
    [InlineData("Retry-After", "0.337", """{"retry_after":9,"global":false}""", 0.337)]
    [InlineData("X-None", "1", """{"message":"limited","retry_after":0.65,"global":false}""", 0.65)]
    [InlineData("Retry-After", "1337", "<html>", 1337.0)]
    [InlineData("Retry-After", "soon", """{"retry_after":2}""", 2.0)]
    [InlineData("Retry-After", "-1", """{"retry_after":-2}""", null)]
    [InlineData("X-None", "1", "<html>banned</html>", null)]
    public async Task RetryAfterIsReadFromTheHeaderElseFromTheBody(
        string header, string value, string body, double? seconds)
    {
        var answer = await ReadAsync(HttpStatusCode.TooManyRequests, body, (header, value));

        Assert.Equal(ResponseKind.RateLimited, answer.Kind);
        Assert.Equal(seconds, answer.RetryAfter?.TotalSeconds);
    }

    [Theory]
    [InlineData("""{"retry_after":1,"global":true}""", "user", true)]
    [InlineData("""{"retry_after":1,"global":false}""", "global", true)]
    [InlineData("""{"retry_after":1,"global":false}""", "shared", false)]
    public async Task TheGlobalLimitIsToldByBodyOrScope(string body, string scope, bool isGlobal)
        => Assert.Equal(
            isGlobal,
            (await ReadAsync(HttpStatusCode.TooManyRequests, body, ("X-RateLimit-Scope", scope))).IsGlobal);

    [Theory]
    [InlineData(404, 10015, ResponseKind.Dead)]
    [InlineData(401, 50027, ResponseKind.Dead)]
    [InlineData(403, 50013, ResponseKind.Dead)]
    [InlineData(404, 10008, ResponseKind.MessageGone)]
    [InlineData(400, 30046, ResponseKind.MessageGone)]
    [InlineData(400, 50035, ResponseKind.Rejected)]
    [InlineData(400, 50006, ResponseKind.Rejected)]
    [InlineData(413, 40005, ResponseKind.Rejected)]
    [InlineData(400, 40062, ResponseKind.Transient)]
    [InlineData(500, 0, ResponseKind.Transient)]
    [InlineData(503, 0, ResponseKind.Transient)]
    [InlineData(408, 0, ResponseKind.Transient)]
    [InlineData(301, 0, ResponseKind.Transient)] // of somebody on the way, who has not seen the message
    [InlineData(407, 0, ResponseKind.Transient)]
    [InlineData(421, 0, ResponseKind.Transient)]
    [InlineData(425, 0, ResponseKind.Transient)]
    [InlineData(521, 0, ResponseKind.Transient)]
    [InlineData(201, 0, ResponseKind.Confirmed)]
    internal async Task StatusAndCodeTogetherSayWhatItMeans(int status, int code, ResponseKind kind)
        => Assert.Equal(kind, (await ReadAsync((HttpStatusCode)status, $$"""{"code":{{code}},"message":"m"}""")).Kind);

    [Fact]
    public async Task TheBucketIsReadFromTheHeaders()
    {
        var answer = await ReadAsync(
            HttpStatusCode.OK,
            "{}",
            ("X-RateLimit-Bucket", "abc"),
            ("X-RateLimit-Remaining", "4"),
            ("X-RateLimit-Reset-After", "1.25"));

        Assert.Equal("abc", answer.Bucket);
        Assert.Equal(4, answer.Remaining);
        Assert.Equal(1.25, answer.ResetAfter?.TotalSeconds);
    }

    [Theory]
    [InlineData("3", """{"retry_after":2.337}""", 2.337)] // rounded up by the header
    [InlineData("1337", """{"retry_after":64.57}""", 1337.0)]
    public async Task TheBodysFractionIsTakenWhereTheHeaderRoundsIt(string header, string body, double seconds)
        => Assert.Equal(
            seconds,
            (await ReadAsync(HttpStatusCode.TooManyRequests, body, ("Retry-After", header))).RetryAfter?.TotalSeconds);

    [Theory]
    [InlineData("<html>banned</html>", null, true)]
    [InlineData("<html>banned</html>", "30", true)]
    [InlineData("{}", null, true)]
    [InlineData("{}", "30", false)]
    public async Task A429ThatIsNotDiscordsOrNamesNoTimeIsABan(string body, string? retryAfter, bool isBan)
    {
        (string, string)[] headers = retryAfter is null ? [] : [("Retry-After", retryAfter)];

        Assert.Equal(isBan, (await ReadAsync(HttpStatusCode.TooManyRequests, body, headers)).IsBan);
    }

    [Fact]
    public async Task TooManyEditsOfAnOldMessageAreNoLimitThatPasses()
        => Assert.Equal(
            ResponseKind.MessageGone,
            (await ReadAsync(HttpStatusCode.TooManyRequests, """{"code":30046}""")).Kind);

    [Theory]
    [InlineData(HttpStatusCode.OK, 256 * 1024)]
    [InlineData(HttpStatusCode.BadGateway, 64 * 1024)]
    public async Task NoMoreIsReadOfABodyWithoutEnd(HttpStatusCode status, int most)
    {
        var endless = new EndlessStream();
        using var response = new HttpResponseMessage(status) { Content = new StreamContent(endless) };

        await ResponseReader.ReadAsync(response, TestContext.Current.CancellationToken);

        Assert.Equal(most, endless.Read);
    }

    [Theory]
    [InlineData("""{"id":"../../1/secret"}""")]
    [InlineData("""{"id":"123456789012345678901"}""")]
    [InlineData("""{"id":5}""")]
    [InlineData("""["id","5"]""")]
    [InlineData("\u001f\u008b\u0008\u0000")]
    public async Task WhatIsNoIdIsNotTakenForOne(string body)
    {
        var answer = await ReadAsync(HttpStatusCode.OK, body);

        Assert.Equal(ResponseKind.Confirmed, answer.Kind);
        Assert.Null(answer.Id);
    }

    [Fact]
    public async Task ABodyNestedWithoutEndDoesNotUndoAnAnswer()
    {
        var answer = await ReadAsync(HttpStatusCode.OK, "{\"id\":\"5\",\"x\":" + new string('[', 200_000));

        Assert.Equal("5", answer.Id);
    }

    [Fact]
    public async Task AnyBytesAndAnyHeadersGiveABoundedAnswer()
    {
        string[] names =
        [
            "Retry-After", "X-RateLimit-Scope", "X-RateLimit-Bucket", "X-RateLimit-Remaining",
            "X-RateLimit-Reset-After",
        ];
        var value = Gen.OneOf(
            Gen.String,
            Gen.Double.Select(number => number.ToString(CultureInfo.InvariantCulture)),
            Gen.OneOfConst(
                "NaN", "-1", "1e300", "Infinity", "", "shared", "99999999999999999999", new string('9', 5000)));
        var json = Gen.OneOfConst(
            "{", "}", "[", "]", ",", ":", "\"id\"", "\"5\"", "\"code\"", "\"retry_after\"", "1e999", "-3", "null",
            "true", "\"global\"", "\"\\ud800\"", "\"channel_id\"").Array[0, 40].Select(string.Concat);
        var body = Gen.OneOf(Gen.Byte.Array[0, 2000], json.Select(Encoding.UTF8.GetBytes));
        await Gen.Select(Gen.Int[200, 599], body, Gen.Select(Gen.OneOfConst(names), value).Array[0, 8]).HoldAsync(
            async (status, bytes, headers) =>
            {
                using var response =
                    new HttpResponseMessage((HttpStatusCode)status) { Content = new ByteArrayContent(bytes) };
                foreach (var (name, text) in headers)
                {
                    response.Headers.TryAddWithoutValidation(name, text);
                }

                var answer = await ResponseReader.ReadAsync(response, default);

                Assert.Equal(status, answer.Status);
                Assert.True(answer.RetryAfter is null || answer.RetryAfter >= TimeSpan.Zero);
                Assert.True(answer.ResetAfter is null || answer.ResetAfter >= TimeSpan.Zero);
                Assert.True(answer.Remaining is null or >= 0);
                Assert.True(answer.Bucket is null or { Length: <= 128 });
                Assert.True(answer.Id is null || (answer.Id.Length <= 20 && answer.Id.All(char.IsAsciiDigit)));
            });
    }

    private static async Task<WebhookResponse> ReadAsync(
        HttpStatusCode status, string body, params (string Name, string Value)[] headers)
    {
        using var response =
            new HttpResponseMessage(status) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        foreach (var (name, value) in headers)
        {
            response.Headers.TryAddWithoutValidation(name, value);
        }

        return await ResponseReader.ReadAsync(response, TestContext.Current.CancellationToken);
    }

    /// <summary>A stream that throws what no stream should, or that answers no read and heeds no
    /// cancellation.</summary>
    private sealed class BadStream(bool throws) : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
            => throws ? throw new NotSupportedException() : new(new TaskCompletionSource<int>().Task);
    }

    /// <summary>A stream that has more, always, and counts what was taken of it.</summary>
    private sealed class EndlessStream : MemoryStream
    {
        public new int Read { get; private set; }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var length = Math.Min(buffer.Length, 1000);
            Read += length;
            return ValueTask.FromResult(length);
        }
    }
}
