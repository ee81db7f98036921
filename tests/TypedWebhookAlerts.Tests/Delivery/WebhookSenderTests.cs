using System.Net;
using TypedWebhookAlerts.Delivery;
using TypedWebhookAlerts.Rendering;
using Xunit;

namespace TypedWebhookAlerts.Tests.Delivery;

public sealed class WebhookSenderTests
{
    [Fact]
    public void ItsOwnHandlerFollowsNoRedirectKeepsNoCookieAndPropagatesNoTrace()
    {
        using var handler = WebhookSender.CreateHandler(new PublicDialer());

        Assert.False(handler.AllowAutoRedirect);
        Assert.False(handler.UseCookies);
        Assert.Null(handler.ActivityHeadersPropagator);
        Assert.Equal(TimeSpan.FromSeconds(5), handler.ConnectTimeout);
        Assert.Equal(TimeSpan.FromMinutes(2), handler.PooledConnectionLifetime);
    }

    [Fact]
    public void ItsOwnHandlerLeavesCertificatesToThePlatformAndConnectionsToTheDialer()
    {
        using var handler = WebhookSender.CreateHandler(new PublicDialer());

        Assert.Null(handler.SslOptions.RemoteCertificateValidationCallback);
        Assert.Null(handler.SslOptions.CertificateChainPolicy);
        Assert.NotNull(handler.ConnectCallback);
        Assert.Null(handler.PlaintextStreamFilter);
    }

    /// <summary>HTTP/3 would be dialled by the handler itself, past the dialer.</summary>
    [Fact]
    public async Task ItsRequestsAreOfHttp1()
    {
        var asked = new RecordingHandler();
        using var sender = new WebhookSender(new WebhookAlertOptions { HttpMessageHandler = () => asked });
        Assert.Null(WebhookUrl.TryParse("https://discord.com/api/webhooks/1/token", [], out var url));

        await sender.ExecuteAsync(
            url!,
            new MessageBody("{}"u8.ToArray()),
            new RequestSubject([], static () => []),
            TestContext.Current.CancellationToken);

        Assert.Equal((HttpVersion.Version11, HttpVersionPolicy.RequestVersionOrLower), asked.Asked);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AnAnswerThatRepeatsTheAddressHasNoNameAndNoBucket(bool inCrash)
    {
        const string Token = "abcdefGHIJKL0123456789";
        Assert.Null(WebhookUrl.TryParse($"https://discord.com/api/webhooks/1/{Token}", [], out var url));

        Assert.Equal(("Captain", "b-7"), await NamesAsync(url!, "Captain", "b-7", inCrash));
        Assert.Equal((null, "b-7"), await NamesAsync(url!, $"a {Token} b", "b-7", inCrash));
        Assert.Equal(("Captain", null), await NamesAsync(url!, "Captain", Token[..16], inCrash));
    }

    private static async Task<(string? Name, string? Bucket)> NamesAsync(
        WebhookUrl url, string name, string bucket, bool inCrash)
    {
        using var sender = new WebhookSender(
            new WebhookAlertOptions { HttpMessageHandler = () => new NamingHandler(name, bucket) });
        var response = inCrash
            ? sender.Execute(url, new MessageBody("{}"u8.ToArray()), TimeSpan.FromMinutes(1))
            : await sender.GetAsync(
                url, new RequestSubject([], static () => []), TestContext.Current.CancellationToken);
        Assert.Equal("1", response.Id);
        return (response.Name, response.Bucket);
    }

    private sealed class NamingHandler(string name, string bucket) : HttpMessageHandler
    {
        protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = new HttpResponseMessage(HttpStatusCode.OK)
            {
                Content = new StringContent($$"""{"id":"1","channel_id":"2","name":"{{name}}"}"""),
            };
            response.Headers.Add("X-RateLimit-Bucket", bucket);
            return response;
        }

        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
            => Task.FromResult(Send(request, cancellationToken));
    }

    private sealed class RecordingHandler : HttpMessageHandler
    {
        public (Version, HttpVersionPolicy) Asked { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Asked = (request.Version, request.VersionPolicy);
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.NoContent));
        }
    }
}
