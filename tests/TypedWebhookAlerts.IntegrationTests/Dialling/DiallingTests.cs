using System.Net;
using System.Net.Sockets;
using TypedWebhookAlerts.Delivery;
using TypedWebhookAlerts.Rendering;
using TypedWebhookAlerts.Testing;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Dialling;

/// <summary>Where the pipeline's own connections lead: over real sockets, all of them on this machine.</summary>
public sealed class DiallingTests
{
    private const string Token = "a-token-that-nobody-has";
    private const string Words = "its name leads to an address that is not public, and TrustedHosts does not name it";

    private static readonly IPAddress s_public = IPAddress.Parse("162.159.138.232");

    private readonly List<string> _resolved = [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static MessageBody Body => new("""{"content":"x"}"""u8.ToArray());

    [Theory]
    [InlineData("127.0.0.1", false)]
    [InlineData("127.0.0.1", true)]
    [InlineData("169.254.169.254", false)]
    public async Task ANameOfDiscordsThatLeadsInsideIsAFailureThatPassesAndCarriedNothing(string address, bool inCrash)
    {
        using var sender = new WebhookSender(new WebhookAlertOptions(), Dialer(IPAddress.Parse(address)));

        var answer = await PostAsync(sender, Discord(), inCrash);

        Assert.Equal((ResponseKind.Transient, Words), (answer.Kind, answer.Reason));
        Assert.True(answer.IsFailure);
        Assert.False(answer.MayHaveArrived);
        Assert.Equal(["discord.com"], _resolved);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AHostThatIsNotTrustedAnyMoreIsNotPostedToEvenOverAWarmConnection(bool inCrash)
    {
        await using var discord = new DiscordSimulator();
        await discord.ListenAsync(Cancellation);
        Assert.Null(WebhookUrl.TryParse(discord.AddWebhook().Url, [discord.Host], out var url));
        using var sender = new WebhookSender(new WebhookAlertOptions { TrustedHosts = { discord.Host } });
        Assert.Equal(ResponseKind.Confirmed, (await PostAsync(sender, url!, inCrash)).Kind);

        sender.Configure(new WebhookAlertOptions());

        var answer = await PostAsync(sender, url!, inCrash);
        Assert.Equal((ResponseKind.Transient, "its host is not trusted any more"), (answer.Kind, answer.Reason));
        Assert.False(answer.MayHaveArrived);
        Assert.Single(discord.Requests);

        sender.Configure(new WebhookAlertOptions { TrustedHosts = { "localhost", discord.Host } });
        Assert.Equal(ResponseKind.Confirmed, (await PostAsync(sender, url!, inCrash)).Kind);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ACertificateThatNobodyVouchesForIsShownNoRequest(bool inCrash)
    {
        using var server = new LoopbackTls();
        using var sender = new WebhookSender(new WebhookAlertOptions(), Dialer(s_public, server.Address));

        var answer = await PostAsync(sender, Discord(), inCrash);

        Assert.Equal("SecureConnectionError", answer.Reason);
        Assert.False(answer.MayHaveArrived);
        Assert.Equal(("", ""), await server.Served.WaitAsync(Cancellation));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AProxyOnLoopbackIsDialledAndLearnsTheHostAlone(bool inCrash)
    {
        using var server = new LoopbackTls(isProxy: true);
        var dialer = Dialer(IPAddress.Loopback);
        using var sender = new WebhookSender(
            new WebhookAlertOptions
            {
                HttpMessageHandler = () =>
                {
                    var handler = WebhookSender.CreateHandler(dialer);
                    handler.Proxy = new WebProxy($"http://localhost:{server.Address.Port}");
                    return handler;
                },
            });

        var answer = await PostAsync(sender, Discord(), inCrash);

        Assert.Equal("SecureConnectionError", answer.Reason);
        Assert.Equal(["localhost"], _resolved);
        var (toProxy, through) = await server.Served.WaitAsync(Cancellation);
        Assert.StartsWith("CONNECT discord.com:443 HTTP/1.1\r\n", toProxy, StringComparison.Ordinal);
        Assert.DoesNotContain(Token, toProxy, StringComparison.Ordinal);
        Assert.Empty(through);
    }

    private static WebhookUrl Discord()
    {
        Assert.Null(WebhookUrl.TryParse($"https://discord.com/api/webhooks/1/{Token}", [], out var url));
        return url!;
    }

    private static Task<WebhookResponse> PostAsync(WebhookSender sender, WebhookUrl url, bool inCrash)
        => inCrash
            ? Task.FromResult(sender.Execute(url, Body, TimeSpan.FromSeconds(30)))
            : sender.ExecuteAsync(url, Body, new RequestSubject([], () => ["error"]), Cancellation);

    /// <summary>Finds one address for any name, and takes whoever dials it elsewhere.</summary>
    private PublicDialer Dialer(IPAddress address, IPEndPoint? instead = null)
        => new(
            (name, _) =>
            {
                _resolved.Add(name);
                return Task.FromResult<IPAddress[]>([address]);
            },
            instead is null ? null : async (dialled, cancellation) =>
            {
                Assert.Equal(new IPEndPoint(address, 443), dialled);
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
                await socket.ConnectAsync(instead, cancellation);
                return new NetworkStream(socket, ownsSocket: true);
            });
}
