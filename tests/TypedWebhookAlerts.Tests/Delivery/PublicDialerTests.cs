using System.Net;
using System.Net.Sockets;
using System.Text;
using TypedWebhookAlerts.Delivery;
using TypedWebhookAlerts.Testing;
using Xunit;

namespace TypedWebhookAlerts.Tests.Delivery;

/// <summary>Which addresses are dialled for a name: under the handler as it is, with a made-up network.</summary>
public sealed class PublicDialerTests
{
    private const string Public1 = "162.159.138.232";
    private const string Public2 = "2606:4700::6810:1";

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    private readonly List<string> _dialled = [];
    private readonly VirtualTime _time = new();
    private Func<IPEndPoint, CancellationToken, ValueTask<Stream>> _connect;
    private string[] _addresses = [];
    private int _resolutions;

    public PublicDialerTests() => _connect = (_, _) => ValueTask.FromResult<Stream>(new AnsweringStream());

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task OnlyThePublicAddressesOfANameAreDialled()
    {
        _addresses = ["10.0.0.1", "::1", Public1, "169.254.169.254"];

        Assert.Null(await FailureOf("http://relay.example/"));
        Assert.Equal([$"{Public1}:80"], _dialled);
        Assert.Equal(1, _resolutions);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    [InlineData("10.0.0.1", "192.168.1.1", "fd00::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("64:ff9b::10.0.0.1")]
    public async Task ANameThatLeadsInsideIsNotDialledAtAll(params string[] addresses)
    {
        _addresses = addresses;

        Assert.IsType<RefusedAddressException>(await FailureOf("http://relay.example/"));
        Assert.Empty(_dialled);
    }

    [Theory]
    [InlineData("relay.example", "http://relay.example/", true)]
    [InlineData("relay.example:80", "http://relay.example/", true)]
    [InlineData("RELAY.example:5000", "http://relay.example:5000/", true)]
    [InlineData("relay.example", "http://relay.example:5000/", false)]
    [InlineData("relay.example:5001", "http://relay.example:5000/", false)]
    [InlineData("relay.example", "http://other.relay.example/", false)]
    [InlineData("xn--bcher-kva.example", "http://xn--bcher-kva.example/", true)]
    [InlineData("127.0.0.1:5000", "http://127.0.0.1:5000/", true)]
    [InlineData("127.0.0.1:5000", "http://127.0.0.1:5001/", false)]
    [InlineData("[::1]:5000", "http://[::1]:5000/", true)]
    [InlineData("[::1]:5000", "http://[::1]:5001/", false)]
    public async Task ATrustedHostMayBeInsideAtItsPort(string trusted, string address, bool isDialled)
    {
        _addresses = ["127.0.0.1"];

        Assert.Equal(isDialled, await FailureOf(address, new WebhookHosts([trusted])) is null);
        Assert.Equal(isDialled ? 1 : 0, _dialled.Count);
    }

    [Fact]
    public async Task ANameThatTurnsInwardIsRefusedAtItsNextConnection()
    {
        using var http = Create(out _);
        _addresses = [Public1];
        Assert.Null(await FailureOf(http, "http://relay.example/"));

        _addresses = ["127.0.0.1"];

        Assert.IsType<RefusedAddressException>(await FailureOf(http, "http://relay.example/"));
        Assert.Equal([$"{Public1}:80"], _dialled);
        Assert.Equal(2, _resolutions);
    }

    [Fact]
    public async Task TrustIsThatOfTheOptionsAsTheyAreNow()
    {
        using var http = Create(out var dialer);
        _addresses = ["10.0.0.1"];
        dialer.Hosts = new WebhookHosts(["relay.example"]);
        Assert.Null(await FailureOf(http, "http://relay.example/"));

        dialer.Hosts = WebhookHosts.Discord;

        Assert.IsType<RefusedAddressException>(await FailureOf(http, "http://relay.example/"));
        Assert.Single(_dialled);
    }

    [Fact]
    public async Task AnAddressThatRefusesIsFollowedByTheNext()
    {
        _addresses = [Public2, Public1];
        _connect = (address, _) => address.Address.ToString() == Public2
            ? throw new SocketException((int)SocketError.ConnectionRefused)
            : ValueTask.FromResult<Stream>(new AnsweringStream());

        Assert.Null(await FailureOf("http://relay.example/"));
        Assert.Equal([$"[{Public2}]:80", $"{Public1}:80"], _dialled);
    }

    [Fact]
    public async Task AnAddressThatDoesNotAnswerTakesItsShareOfTheTimeOnly()
    {
        _addresses = [Public2, Public1];
        var dials = new Queue<TaskCompletionSource>([new(), new()]);
        TaskCompletionSource[] begun = [.. dials];
        _connect = async (_, cancellation) =>
        {
            dials.Dequeue().SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, _time, cancellation);
            throw new InvalidOperationException();
        };
        var failure = FailureOf("http://relay.example/");
        await begun[0].Task.WaitAsync(s_patience, Cancellation);

        _time.Advance(TimeSpan.FromSeconds(2.4));
        Assert.Single(_dialled);
        _time.Advance(TimeSpan.FromSeconds(0.1));
        await begun[1].Task.WaitAsync(s_patience, Cancellation);
        _time.Advance(TimeSpan.FromSeconds(2.5));

        var last = Assert.IsType<SocketException>(await failure);
        Assert.Equal(SocketError.TimedOut, last.SocketErrorCode);
        Assert.Equal([$"[{Public2}]:80", $"{Public1}:80"], _dialled);
    }

    [Fact]
    public async Task WhenTheHandlerGivesUpNoOtherAddressIsDialled()
    {
        _addresses = [Public2, Public1];
        _connect = async (_, cancellation) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, _time, cancellation);
            throw new InvalidOperationException();
        };
        using var handler = WebhookSender.CreateHandler(CreateDialer());
        handler.ConnectTimeout = TimeSpan.FromMilliseconds(20);
        using var http = new HttpMessageInvoker(handler, disposeHandler: false);

        // It is real time: where the machine is busy it may be over before anything is dialled.
        for (var tries = 0; tries < 100 && _dialled.Count == 0; tries++)
        {
            Assert.IsType<TaskCanceledException>(await FailureOf(http, "http://relay.example/"));
        }

        Assert.Single(_dialled);
    }

    [Fact]
    public async Task ANameWithoutAddressesIsNotFound()
    {
        var failure = Assert.IsType<SocketException>(await FailureOf("http://relay.example/"));

        Assert.Equal(SocketError.HostNotFound, failure.SocketErrorCode);
    }

    [Theory]
    [InlineData("http", "https://discord.com/")]
    [InlineData("http", "http://relay.example:5000/")]
    [InlineData("socks5", "https://discord.com/")]
    public async Task AProxyMayBeInsideAndResolvesTheNameItself(string scheme, string address)
    {
        _addresses = ["10.0.0.9"];
        var dialer = CreateDialer();
        using var handler = WebhookSender.CreateHandler(dialer);
        handler.Proxy = new WebProxy($"{scheme}://proxy.example:3128");
        using var http = new HttpMessageInvoker(handler, disposeHandler: false);

        Assert.IsNotType<RefusedAddressException>(await FailureOf(http, address));
        Assert.Equal(["10.0.0.9:3128"], _dialled);
        Assert.Equal(1, _resolutions);
    }

    private async Task<Exception?> FailureOf(string address, WebhookHosts? hosts = null)
    {
        using var http = Create(out var dialer);
        dialer.Hosts = hosts ?? WebhookHosts.Discord;
        return await FailureOf(http, address);
    }

    private static async Task<Exception?> FailureOf(HttpMessageInvoker http, string address)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            using var response = await http.SendAsync(request, Cancellation);
            Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
            return null;
        }
        catch (HttpRequestException exception)
        {
            return exception.InnerException;
        }
        catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException)
        {
            return exception;
        }
    }

    private HttpMessageInvoker Create(out PublicDialer dialer)
        => new(WebhookSender.CreateHandler(dialer = CreateDialer()), disposeHandler: true);

    private PublicDialer CreateDialer() => new(Resolve, Connect, _time);

    private Task<IPAddress[]> Resolve(string name, CancellationToken cancellation)
    {
        _resolutions++;
        return Task.FromResult<IPAddress[]>([.. _addresses.Select(IPAddress.Parse)]);
    }

    private ValueTask<Stream> Connect(IPEndPoint address, CancellationToken cancellation)
    {
        _dialled.Add(address.ToString());
        return _connect(address, cancellation);
    }

    /// <summary>A connection over which any request is answered, once.</summary>
    private sealed class AnsweringStream() : MemoryStream(
        Encoding.ASCII.GetBytes("HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n"), writable: false)
    {
        public override bool CanWrite => true;

        public override void Write(ReadOnlySpan<byte> buffer)
        {
        }

        public override void Write(byte[] buffer, int offset, int count)
        {
        }

        public override ValueTask WriteAsync(
            ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
            => ValueTask.CompletedTask;
    }
}
