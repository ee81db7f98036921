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
