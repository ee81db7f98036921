using TypedWebhookAlerts.Delivery;
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
}
